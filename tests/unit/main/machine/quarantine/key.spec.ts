import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserExtensions } from '../../../../../src/main/catalog/browser-extensions.ts';
import { isConfirmed } from '../../../../../src/main/catalog/row.ts';
import { CannotWrite } from '../../../../../src/main/disk/cannot-write.ts';
import { vendorExtensionIds } from '../../../../../src/main/machine/quarantine/key.ts';
import {
  carryOut,
  type Performer,
} from '../../../../../src/main/machine/windows/perform/performer.ts';
import type {
  KeyControl,
  QuarantineBench,
} from '../../../../../src/main/machine/windows/perform/quarantine-control.ts';
import type { DriverEntry } from '../../../../../src/main/machine/windows/perform/repair-control.ts';
import { performers } from '../../../../../src/main/machine/windows/performers.ts';
import type { Action, Before } from '../../../../../src/shared/domain/action.ts';
import type { RawValue, RegistryTree } from '../../../../../src/shared/domain/repair-actions.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const vendor = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab';
const code = '{3C1F9A52-6E0B-4D77-9A41-5B8E21A0C719}';
const entry = `HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${code}`;
const list = 'HKLM\\SOFTWARE\\Policies\\Google\\Chrome\\ExtensionInstallForcelist';
const person = 'HKU\\S-1-5-21-1-2-3-1001\\Software\\KasperskyLab';
const text = (data: string): RawValue => ({
  type: 1,
  data: Buffer.from(`${data}\0`, 'utf16le').toString('hex'),
});
const tree: RegistryTree = [
  { path: '', values: [{ name: 'a', ...text('1') }], className: 'c', security: '0100' },
  { path: 'b', values: [] },
];

const vendors = { [`${entry}\\Publisher`]: text('Kaspersky') };

const serviceProgram = '"C:\\Program Files\\Kaspersky Lab\\Kaspersky 21.3\\avp.exe" -r';

interface Facts {
  readonly trees?: Readonly<Record<string, RegistryTree>>;
  readonly values?: Readonly<Record<string, RawValue>>;
  readonly links?: readonly string[];
  readonly installed?: boolean | null;
  readonly settingsClosed?: number;
  readonly service?: Partial<DriverEntry> | null;
  readonly dependents?: readonly string[] | null;
  readonly deleteFails?: number;
}

let quarantine = '';
beforeEach(() => {
  quarantine = temporaryFolder();
});

async function run(action: Action, facts: Facts = {}) {
  let remembered: Before | null = null;
  const done: unknown[] = [];
  const change = (...what: readonly unknown[]) => {
    done.push(what);
    return 0;
  };
  const keys: KeyControl = {
    tree: (key) => ({ value: facts.trees?.[key] ?? null }),
    isLink: (key) => facts.links?.includes(key) === true,
    deleteTree: (key) =>
      facts.deleteFails === undefined ? change('delete', key) : facts.deleteFails,
    writeTree: (key, whole) => change('write', key, whole),
    value: (key, name) => ({ value: facts.values?.[`${key}\\${name}`] ?? null }),
    deleteValue: (key, name) => change('delete value', key, name),
    writeValue: (key, name, value) => change('write value', key, name, value),
    expanded: (each) => each,
    isInstalled: () => facts.installed ?? null,
  };
  const service: DriverEntry = {
    isDriver: false,
    imagePath: serviceProgram,
    imageExists: false,
    isDone: false,
    running: false,
    ...facts.service,
  };
  const here = {
    keys,
    repair: {
      reachSettings: () => facts.settingsClosed ?? 0,
      driver: () => ({ value: facts.service === null ? null : service }),
      driverTree: () => ({ value: tree }),
      deleteDriver: (name: string) => change('delete service', name),
      createDriver: (name: string) => change('create service', name),
    },
    services: { dependentsOf: () => (facts.dependents === undefined ? [] : facts.dependents) },
    describeError: String,
  } as unknown as QuarantineBench;
  const {
    ended,
    exitCode,
    message = [],
  } = await carryOut(
    performers[action.kind] as unknown as Performer<Action, QuarantineBench>,
    action,
    {
      secrets: { get: () => undefined },
      timeLimitMs: 200,
      logFile: '',
      temporaryFolder: '',
      quarantineFolder: () => quarantine,
      signal: new AbortController().signal,
      onEvent: () => undefined,
      remember: (before) => {
        remembered = before;
      },
    },
    here,
  );
  const before = remembered as Before | null;
  return { ended, exitCode, why: message.map(({ id }) => id), done, before };
}

const take = (key: string, expected: Readonly<Record<string, string>> = {}): Action => ({
  kind: 'quarantineKey',
  key,
  expected,
});
const kept = ({ before }: { readonly before: Before | null }) =>
  before?.kind === 'keptKey' ? before.kept : '';

describe('taking a key of the vendor out of the registry', () => {
  it('keeps it with class and permissions first, and writes just that again', async () => {
    const taken = await run(take(vendor), { trees: { [vendor]: tree } });
    const action: Action = { kind: 'returnKey', key: vendor, kept: kept(taken) };
    const returned = await run(action);
    expect([taken.done, returned.done, existsSync(kept(taken))]).toEqual([
      [['delete', vendor]],
      [['write', vendor, tree]],
      false,
    ]);
  });

  it('keeps the whole of it also when a first attempt deleted half', async () => {
    const half = await run(take(vendor), { trees: { [vendor]: tree }, deleteFails: 5 });
    const rest: RegistryTree = [{ path: '', values: [] }];
    const taken = await run(take(vendor), { trees: { [vendor]: rest } });
    const returned = await run({ kind: 'returnKey', key: vendor, kept: kept(taken) });
    expect([half.exitCode, returned.done]).toEqual([5, [['write', vendor, tree]]]);
  });

  it('takes nothing away where it cannot be kept first, and the run says so', async () => {
    quarantine = join(quarantine, 'gone');
    await expect(run(take(vendor), { trees: { [vendor]: tree } })).rejects.toThrow(CannotWrite);
  });

  it('is not written over what somebody put there, but over half of itself', async () => {
    const taken = await run(take(vendor), { trees: { [vendor]: tree } });
    const action: Action = { kind: 'returnKey', key: vendor, kept: kept(taken) };
    const others = [
      { name: 'new', ...text('x') },
      { name: 'new', ...text('1') },
      { name: 'a', ...text('2') },
      { name: 'a', ...text('1'), type: 2 },
    ];
    for (const value of others) {
      const there = { [vendor]: [{ path: '', values: [value] }] };
      expect([value, (await run(action, { trees: there })).why]).toEqual([
        value,
        ['refused.placeTaken'],
      ]);
    }
    expect([
      (await run(action, { trees: { [vendor]: [{ path: 'c', values: [] }] } })).why,
      (await run(action, { trees: { [vendor]: tree.slice(1) } })).done.length,
      (await run(action)).why,
    ]).toEqual([['refused.placeTaken'], 1, ['refused.notKept']]);
  });

  it.each([
    ['a key of somebody else', 'HKLM\\SOFTWARE\\Acme', {}, 'refused.notAVendorKey'],
    [
      'one that only looks like it',
      'HKLM\\SOFTWARE\\KasperskyLabFans',
      {},
      'refused.notAVendorKey',
    ],
    ['the key above it', 'HKLM\\SOFTWARE', {}, 'refused.notAVendorKey'],
    [
      'all entries of programs',
      entry.slice(0, entry.lastIndexOf('\\')),
      {},
      'refused.notAVendorKey',
    ],
    [
      'a service',
      'HKLM\\SYSTEM\\CurrentControlSet\\Services\\kbdclass',
      {},
      'refused.notAVendorKey',
    ],
    ['a link', vendor, { links: [vendor] }, 'refused.registryLink'],
    ['settings that cannot be opened', person, { settingsClosed: 32 }, 'refused.settingsClosed'],
    [
      'an entry of an installed product',
      entry,
      { installed: true, values: vendors },
      'refused.stillInstalled',
    ],
    [
      'an entry of which nobody can tell',
      entry,
      { installed: null, values: vendors },
      'refused.stillInstalled',
    ],
  ] as const)('refuses %s', async (_, key, facts, why) => {
    const { done, ...refused } = await run(take(key), { trees: { [key]: tree }, ...facts });
    expect([refused.why, done, refused.before]).toEqual([[why], [], null]);
  });

  it('takes it out of the settings of a person of Entra ID too', async () => {
    const cloud = 'HKU\\S-1-12-1-1111-2222-3333-4444\\Software\\KasperskyLab';
    const { done } = await run(take(cloud), { trees: { [cloud]: tree } });
    expect(done).toEqual([['delete', cloud]]);
  });

  it.each([
    ['of another publisher', { [`${entry}\\Publisher`]: text('Acme Inc') }],
    ['without one', {}],
  ])('leaves an entry %s, whatever was expected of it', async (_, values) => {
    const facts = { trees: { [entry]: tree }, installed: false, values };
    const { why, done } = await run(take(entry), facts);
    expect([why, done]).toEqual([['refused.notAVendorKey'], []]);
  });

  it('takes the entry of a product that is gone, and none that has become another', async () => {
    const action = take(entry, { Publisher: 'Kaspersky' });
    const trees = { [entry]: tree };
    const publisher = `${entry}\\Publisher`;
    const facts = (name: string) => ({
      trees,
      installed: false,
      values: { [publisher]: text(name) },
    });
    expect([
      (await run(action, facts('Kaspersky'))).done,
      (await run(action, facts('Acme Inc'))).why,
    ]).toEqual([[['delete', entry]], ['refused.otherData']]);
  });

  it('never touches a key outside of its places, whatever is asked', async () => {
    const names = fc.constantFrom(
      'SOFTWARE',
      'WOW6432Node',
      'KasperskyLab',
      'KasperskyLab ',
      'Microsoft',
      'SYSTEM',
      'CurrentControlSet',
      'Services',
      'EventLog',
      'Uninstall',
      'Windows',
      '..',
      '',
    );
    const key = fc
      .tuple(fc.constantFrom('HKLM', 'HKU\\S-1-5-21-1-2-3-1001', 'HKCR'), fc.array(names))
      .map(([root, parts]) => [root, ...parts].join('\\'));
    await fc.assert(
      fc.asyncProperty(key, async (asked) => {
        const { done } = await run(take(asked), { trees: { [asked]: tree }, installed: false });
        const isOurs = /^HK(?:LM|U\\[^\\]+)\\SOFTWARE\\(?:WOW6432Node\\)?KasperskyLab(?:\\|$)/i;
        expect(done.length === 0 || isOurs.test(asked)).toBe(true);
      }),
    );
  });
});

describe('taking one value out of a list', () => {
  const policy: Action = { kind: 'quarantineValue', key: list, name: '1', expected: null };
  const forced = (id: string) => ({ values: { [`${list}\\1`]: text(`${id};https://x`) } });
  const ours = forced('ahkjpbeeocnddjkakilopmfdlnjdpcdm');

  it('takes the extension of the vendor, and no other one', async () => {
    expect([
      (await run(policy, ours)).done,
      (await run(policy, forced('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'))).why,
      (await run({ ...policy, key: 'HKLM\\SOFTWARE\\Policies\\Microsoft' } as Action, ours)).why,
    ]).toEqual([[['delete value', list, '1']], ['refused.otherData'], ['refused.notAVendorKey']]);
  });

  it('knows the extensions that the catalogue confirms, and no others', () => {
    const confirmed = browserExtensions.filter(
      (row) => isConfirmed(row) && /^[a-p]{32}$/.test(row.id),
    );
    expect(vendorExtensionIds.toSorted()).toEqual(confirmed.map(({ id }) => id).toSorted());
  });

  it('puts it back where no other one stands', async () => {
    const value = text('x');
    const back: Action = { kind: 'returnValue', key: list, name: '1', value };
    expect([(await run(back)).done, (await run(back, ours)).why]).toEqual([
      [['write value', list, '1', value]],
      ['refused.placeTaken'],
    ]);
  });
});

describe('taking the entry of a service away', () => {
  const action: Action = { kind: 'deleteService', name: 'AVP21.3', imagePath: serviceProgram };

  it('remembers it whole, and makes it again', async () => {
    const taken = await run(action);
    const back: Action = { ...action, kind: 'createService', tree };
    expect([taken.done, taken.before, (await run(back, { service: null })).done]).toEqual([
      [['delete service', 'AVP21.3']],
      { kind: 'registryTree', tree },
      [['create service', 'AVP21.3']],
    ]);
  });

  it('refuses one whose program lay in a folder of somebody else, whatever it is called', async () => {
    const ends = [];
    for (const imagePath of ['"C:\\Acme\\avp.exe" -r', 'C:\\Kaspersky Lab Fans\\avp.exe', '', null])
      ends.push((await run({ ...action, imagePath }, { service: { imagePath } })).why);
    expect(new Set(ends.flat())).toEqual(new Set(['refused.notAVendorFolder']));
  });

  it.each([
    ['one that runs', { service: { running: true } }, 'refused.serviceRuns'],
    ['one that has its program', { service: { imageExists: true } }, 'refused.serviceWorks'],
    ['one of which nobody can tell', { service: { imageExists: null } }, 'refused.serviceWorks'],
    ['a driver', { service: { isDriver: true } }, 'refused.noService'],
    ['one of another program', { service: { imagePath: 'C:\\acme.exe' } }, 'refused.otherData'],
    ['one that another needs', { dependents: ['Acme'] }, 'refused.neededBy'],
    ['one that another may need', { dependents: null }, 'refused.dependentsUnread'],
  ] as const)('refuses %s', async (_, facts, why) => {
    expect([(await run(action, facts)).why, (await run(action, facts)).done]).toEqual([[why], []]);
  });
});
