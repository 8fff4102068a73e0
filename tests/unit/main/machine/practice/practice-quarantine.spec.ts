import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { quarantineValue, returnValue } from '../../../../../src/main/machine/quarantine/key.ts';
import { practiceQuarantine } from '../../../../../src/main/machine/practice/practice-quarantine.ts';
import type { QuarantineBench } from '../../../../../src/main/machine/windows/perform/quarantine-control.ts';
import { inventoryOf } from '../../../../support/inventory-builder.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const run = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run';
const list = 'HKLM\\SOFTWARE\\Policies\\Google\\Chrome\\ExtensionInstallForcelist';
const command = '"C:\\Program Files\\Kaspersky Lab\\Kaspersky 21.19\\avpui.exe" -m';

const recorded = inventoryOf({
  autostarts: [
    { key: run, name: 'AVPUI', command, userSid: null },
    { key: run, name: 'Acme', command: 'C:\\Acme\\acme.exe', userSid: null },
  ],
  browserExtensions: [
    {
      browser: 'chrome',
      id: 'ahkjpbeeocnddjkakilopmfdlnjdpcdm',
      name: null,
      version: null,
      origin: 'policy',
      location: `${list}\\1`,
      userSid: null,
    },
  ],
});

it.each([
  ['a program that starts with Windows', run, 'AVPUI', command],
  ['an extension that is forced on a browser', list, '1', null],
])('takes %s off a recorded computer, and puts it back as it was', (_, key, name, expected) => {
  let inventory = recorded;
  const here = {
    ...practiceQuarantine(
      () => inventory,
      (changed) => (inventory = changed),
    ),
    describeError: String,
  } as unknown as QuarantineBench;
  const context = {} as never;
  const take = { kind: 'quarantineValue', key, name, expected } as const;
  const before = quarantineValue.before(take, here, context);
  const value =
    'value' in before && before.value?.kind === 'registryValue' ? before.value.value : null;
  if (value === null) throw new Error('It was not remembered.');
  const back = { kind: 'returnValue', key, name, value } as const;
  const refusals = [
    quarantineValue.refuse({ ...take, expected: 'C:\\Acme\\acme.exe' }, here)?.id,
    quarantineValue.refuse(take, here)?.id ?? null,
  ];
  void quarantineValue.act(take, null, context, here);
  const taken = inventory;
  refusals.push(returnValue.refuse(back, here)?.id ?? null);
  void returnValue.act(back, null, context, here);
  expect(refusals).toEqual(['refused.otherData', null, null]);
  const count = ({ autostarts, browserExtensions }: typeof inventory) =>
    autostarts.items.length + browserExtensions.items.length;
  expect([count(taken), inventory.autostarts.items.toReversed()]).toEqual([
    2,
    expect.arrayContaining([...recorded.autostarts.items]),
  ]);
  expect(inventory.browserExtensions).toEqual(recorded.browserExtensions);
});

const folder = 'C:\\ProgramData\\Kaspersky Lab\\AVP21.19';

/** A computer with one folder of the vendor, and whether that stands on it and in the quarantine. */
function moving() {
  let inventory = inventoryOf({
    vendorFolders: [
      { path: folder, entries: [{ path: `${folder}\\Data`, kind: 'folder', size: 0 }] },
    ],
  });
  let saves = true;
  const { folders } = practiceQuarantine(
    () => inventory,
    (changed) => {
      if (!saves) throw new Error('killed');
      inventory = changed;
    },
  );
  const place = join(temporaryFolder(), 'quarantine', '0123456789abcdef');
  /** Moves, and dies before the computer is written. */
  const killed = (from: string, to: string) => {
    saves = false;
    expect(() => folders.move(from, to)).toThrow('killed');
    saves = true;
  };
  const places = () =>
    [folder, place].map((path) => {
      const seen = folders.look(path);
      return 'value' in seen && seen.value !== null;
    });
  return { folders, place, killed, places, now: () => inventory };
}

it('takes a folder in one step, as a real disk does, also when it is killed half-way', () => {
  const { folders, place, killed, places } = moving();
  killed(folder, place);
  const half = places();
  const again = folders.move(folder, place);
  expect([half, again, places()]).toEqual([[true, false], 0, [false, true]]);
});

it('keeps nothing any more of a folder that was killed on its way back', () => {
  const { folders, place, places, now } = moving();
  const untouched = now();
  const name = `${place}/.json`;
  folders.move(folder, place);
  const kept = readFileSync(name);
  folders.move(place, folder);
  // Killed before the file went.
  writeFileSync(name, kept);
  const half = places();
  folders.removeFolder(place);
  expect([half, existsSync(place), now().vendorFolders]).toEqual([
    [true, false],
    false,
    untouched.vendorFolders,
  ]);
});

it('does not write over what it keeps when the same is asked for once more', () => {
  const { folders, place } = moving();
  folders.move(folder, place);
  expect([folders.move(folder, place), existsSync(`${place}/.json`)]).toEqual([183, true]);
});
