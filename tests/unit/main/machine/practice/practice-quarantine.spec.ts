import { expect, it } from 'vitest';
import { quarantineValue, returnValue } from '../../../../../src/main/machine/quarantine/key.ts';
import { practiceQuarantine } from '../../../../../src/main/machine/practice/practice-quarantine.ts';
import type { QuarantineBench } from '../../../../../src/main/machine/windows/perform/quarantine-control.ts';
import { inventoryOf } from '../../../../support/inventory-builder.ts';

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
