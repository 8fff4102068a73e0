/** Runs on the Windows of the lab: opens folders of run data for writing, one after the other. */
import { readFileSync } from 'node:fs';
import { openDataFolder, type FolderRequest } from '../../../src/main/disk/data-folder.ts';
import { usualDataFolder } from '../../../src/main/machine/windows/files/data-folder.ts';
import { windowsAccess } from '../../../src/main/machine/windows/files/windows-access.ts';

const { requests } = JSON.parse(readFileSync(0, 'utf8')) as {
  readonly requests: readonly (Pick<FolderRequest, 'place' | 'named'> & {
    readonly run?: string;
  })[];
};
const access = windowsAccess();
const results = requests.map(({ run, ...request }) => {
  const opened = openDataFolder({ ...request, below: [], holds: 'runs', purpose: 'write' }, access);
  if (!opened.ok) return opened;
  return { ok: true, doubt: run === undefined ? null : opened.value.doubt(run) };
});
console.log(JSON.stringify({ usual: usualDataFolder(), results }));
