/** Runs on the Windows of the lab: uses settings of a person who is not signed in, and closes what a killed run left open. */
import { readFileSync } from 'node:fs';
import { loadHive, unloadHive } from '../../../src/main/machine/windows/ffi/registry-hive.ts';
import { readRawValue } from '../../../src/main/machine/windows/ffi/registry-tree.ts';
import {
  closeLeftSettings,
  reachSettings,
  withSettings,
} from '../../../src/main/machine/windows/repair/person-settings.ts';
import { withRestorePrivilege } from '../../../src/main/machine/windows/system/backup-privilege.ts';
import { WindowsRegistry } from '../../../src/main/machine/windows/system/windows-registry.ts';

const { sid, file } = JSON.parse(readFileSync(0, 'utf8')) as {
  readonly sid: string;
  readonly file: string;
};
const name = `Cutover-${sid}`;
const ours = () => {
  const read = new WindowsRegistry().subkeyNames('HKU');
  return read.found ? read.value.filter((each) => each.startsWith('Cutover-')) : [];
};

const during = withSettings<unknown>(
  `HKU\\${sid}\\Software\\KasperskyLab`,
  (key) => ({
    value: readRawValue(key, 'Window'),
    open: ours(),
    // Somebody else, while it is in use.
    closed: withRestorePrivilege(() => unloadHive(name)),
  }),
  (code) => code,
);
const after = ours();
const left = [withRestorePrivilege(() => loadHive(name, file)), ours()];
const again = reachSettings(sid);
const leftAgain = [withRestorePrivilege(() => loadHive(name, file)), ours()];
closeLeftSettings();
console.log(JSON.stringify({ during, after, left, again, leftAgain, atLast: ours() }));
