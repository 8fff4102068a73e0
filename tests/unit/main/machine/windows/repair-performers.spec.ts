import { describe, expect, it } from 'vitest';
import {
  carryOut,
  type Performer,
} from '../../../../../src/main/machine/windows/perform/performer.ts';
import type {
  DriverEntry,
  RepairControl,
  Workbench,
} from '../../../../../src/main/machine/windows/perform/repair-control.ts';
import { performers } from '../../../../../src/main/machine/windows/performers.ts';
import type { Action, Before } from '../../../../../src/shared/domain/action.ts';
import type { RawValue, RegistryTree } from '../../../../../src/shared/domain/repair-actions.ts';
import { multiString, textsOf } from '../../../../../src/shared/windows/multi-string.ts';

const classes = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Class';
const keyboard = `${classes}\\{4D36E96B-E325-11CE-BFC1-08002BE10318}`;
const multi = (...texts: readonly string[]): RawValue => ({ type: 7, data: multiString(texts) });
const tree: RegistryTree = [{ path: '', values: [{ name: 'Blob', type: 3, data: '00' }] }];

const orphan: DriverEntry = {
  isDriver: true,
  imagePath: 'System32\\drivers\\klim6.sys',
  imageExists: false,
  isDone: false,
  running: false,
};

interface Facts {
  readonly value?: RawValue | null;
  readonly driver?: DriverEntry | null | { readonly code: number };
  readonly places?: readonly string[] | null;
  readonly tree?: RegistryTree | null;
  readonly thumbprint?: string | null;
  readonly settingsClosed?: number;
}

/** Performs on a computer that notes what was done to it, and what had been remembered at that moment. */
async function run(action: Action, facts: Facts = {}) {
  let remembered: Before | null = null;
  const done: unknown[] = [];
  const change = (...what: readonly unknown[]) => {
    done.push([...what, remembered]);
    return 0;
  };
  const repair: RepairControl = {
    readValue: () => ({ value: facts.value ?? null }),
    writeValue: (_key, name, { type, data }) => change('write', name, type, textsOf(data)),
    deleteValue: (_key, name) => change('delete', name),
    driver: () => {
      const entry = facts.driver === undefined ? null : facts.driver;
      return entry !== null && 'code' in entry ? entry : { value: entry };
    },
    placesNaming: () => (facts.places === undefined ? [] : facts.places),
    driverTree: () => ({ value: facts.tree ?? null }),
    deleteDriver: (name) => change('delete driver', name),
    createDriver: (name, whole) => change('create driver', name, whole),
    reachSettings: () => facts.settingsClosed ?? 0,
    certificateTree: () => ({ value: facts.tree ?? null }),
    thumbprintOf: () => facts.thumbprint ?? null,
    deleteCertificate: ({ thumbprint }) => change('delete certificate', thumbprint),
    createCertificate: ({ thumbprint }) => change('create certificate', thumbprint),
  };
  const performer = performers[action.kind] as unknown as Performer<Action, Workbench>;
  const { ended, message = [] } = await carryOut(
    performer,
    action,
    {
      secrets: { get: () => undefined },
      timeLimitMs: 200,
      logFile: '',
      temporaryFolder: '',
      quarantineFolder: () => '',
      signal: new AbortController().signal,
      onEvent: () => undefined,
      remember: (before) => {
        remembered = before;
      },
    },
    { repair, describeError: String },
  );
  return { ended, why: message.map(({ id }) => id), done };
}

const refusedBy = (...why: readonly string[]) => ({ ended: 'couldNotStart', why, done: [] });

describe('taking names out of a list of filters', () => {
  const take = (facts: Partial<Extract<Action, { kind: 'takeFromFilterList' }>> = {}): Action => ({
    kind: 'takeFromFilterList',
    key: keyboard,
    list: 'UpperFilters',
    expected: ['SynTP', 'klkbdflt', 'kbdclass'],
    names: ['klkbdflt'],
    ...facts,
  });
  const now = multi('SynTP', 'klkbdflt', 'kbdclass');

  it('remembers the list, then writes the others in their order', async () => {
    expect(await run(take(), { value: now })).toEqual({
      ended: 'exited',
      why: [],
      done: [
        ['write', 'UpperFilters', 7, ['SynTP', 'kbdclass'], { kind: 'registryValue', value: now }],
      ],
    });
  });

  it('takes the list itself away when nothing else stands in it', async () => {
    const action = take({ list: 'LowerFilters', expected: ['klkbdflt'] });
    expect((await run(action, { value: multi('klkbdflt') })).done).toEqual([
      ['delete', 'LowerFilters', { kind: 'registryValue', value: multi('klkbdflt') }],
    ]);
  });

  it('leaves a list alone that somebody has changed, or that is none', async () => {
    expect([
      await run(take(), { value: multi('klkbdflt', 'kbdclass') }),
      await run(take(), { value: null }),
      await run(take(), { value: { type: 1, data: now.data } }),
    ]).toEqual([
      refusedBy('refused.otherData'),
      refusedBy('refused.otherData'),
      refusedBy('refused.notAList'),
    ]);
  });

  it('never leaves keyboard or mouse without the driver of their class', async () => {
    const mouse = `${classes}\\{4d36e96f-e325-11ce-bfc1-08002be10318}`;
    const only = { expected: ['klkbdflt'], names: ['klkbdflt'] };
    expect([
      await run(take({ names: ['klkbdflt', 'kbdclass'] }), { value: now }),
      await run(take(only), { value: multi('klkbdflt') }),
      await run(take({ ...only, key: mouse }), { value: multi('klkbdflt') }),
    ]).toEqual(Array(3).fill(refusedBy('refused.classDriver')));
  });

  it('leaves the name of a driver that Windows will find, or of which it tells nothing', async () => {
    const beside = async (driver: Facts['driver']) =>
      (await run(take(), { value: now, driver: driver ?? null })).why;
    expect([
      await beside({ ...orphan, imageExists: true }),
      await beside({ ...orphan, imageExists: null }),
      await beside({ code: 5 }),
      await beside({ ...orphan, imageExists: true, isDone: true }),
      await beside(orphan),
    ]).toEqual([['refused.driverWorks'], ['refused.driverWorks'], ['refused.driverWorks'], [], []]);
  });

  it.each([
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft',
    `${keyboard}\\0000`,
    'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Enum\\HID',
    'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\kbdclass',
    'HKEY_CURRENT_USER\\SYSTEM\\CurrentControlSet\\Enum\\HID\\A\\1',
  ])('touches no key that is neither a class nor a device: %s', async (key) => {
    expect(await run(take({ key }), { value: now })).toEqual(refusedBy('refused.notAFilterList'));
  });

  it('is taken back byte for byte, unless somebody has changed the list since', async () => {
    const back: Action = {
      kind: 'putFilterList',
      key: keyboard,
      list: 'UpperFilters',
      expected: ['SynTP', 'kbdclass'],
      value: now,
    };
    const left = multi('SynTP', 'kbdclass');
    expect([
      (await run(back, { value: left })).done,
      await run(back, { value: multi('other', 'kbdclass') }),
    ]).toEqual([
      [
        [
          'write',
          'UpperFilters',
          7,
          ['SynTP', 'klkbdflt', 'kbdclass'],
          { kind: 'registryValue', value: left },
        ],
      ],
      refusedBy('refused.otherData'),
    ]);
  });
});

describe('deleting the entry of a driver', () => {
  const action: Action = { kind: 'deleteDriver', name: 'klim6', imagePath: orphan.imagePath };

  it('remembers all of it first', async () => {
    expect((await run(action, { driver: orphan, tree })).done).toEqual([
      ['delete driver', 'klim6', { kind: 'registryTree', tree }],
    ]);
  });

  it.each([
    [{ driver: { ...orphan, isDriver: false } }, 'refused.noDriver'],
    [{ driver: { ...orphan, running: true } }, 'refused.driverRuns'],
    [{ driver: { ...orphan, imageExists: true } }, 'refused.driverWorks'],
    [{ driver: { ...orphan, imageExists: null } }, 'refused.driverWorks'],
    [{ driver: { ...orphan, imagePath: 'other.sys' } }, 'refused.otherData'],
    [{ driver: orphan, places: [keyboard] }, 'refused.askedFor'],
    [{ driver: orphan, places: null }, 'refused.askersUnread'],
  ] as const)('leaves it alone where it is of use to anybody: %o', async (facts, why) => {
    expect(await run(action, { tree, ...facts })).toEqual(refusedBy(why));
  });

  it('is taken back with all of it, unless there is one of the name again', async () => {
    const back: Action = { kind: 'createDriver', name: 'klim6', imagePath: null, tree };
    expect([(await run(back)).done, await run(back, { driver: orphan })]).toEqual([
      [['create driver', 'klim6', tree, { kind: 'registryTree', tree: null }]],
      refusedBy('refused.driverRegistered'),
    ]);
  });
});

describe('distrusting a root certificate', () => {
  const action: Action = { kind: 'distrustCertificate', thumbprint: 'AA', userSid: 'S-1-5-21-1' };
  const back: Action = { ...action, kind: 'trustCertificate', tree };

  it('takes just the one that was meant, and remembers it first', async () => {
    expect([
      (await run(action, { tree, thumbprint: 'AA' })).done,
      await run(action, { tree, thumbprint: 'BB' }),
      await run(action, { tree, thumbprint: null }),
      await run(action, { tree: null }),
    ]).toEqual([
      [['delete certificate', 'AA', { kind: 'registryTree', tree }]],
      ...Array(3).fill(refusedBy('refused.otherCertificate')),
    ]);
  });

  it('stays where the settings of its person cannot be opened', async () => {
    const away = { tree, thumbprint: 'AA', settingsClosed: 32 };
    expect([await run(action, away), await run(back, away)]).toEqual(
      Array(2).fill(refusedBy('refused.settingsClosed')),
    );
  });

  it('is taken back with the certificate that was there, and no other', async () => {
    expect([
      (await run(back, { thumbprint: 'AA' })).done,
      await run(back, { thumbprint: 'BB' }),
    ]).toEqual([
      [['create certificate', 'AA', { kind: 'registryTree', tree: null }]],
      refusedBy('refused.otherCertificate'),
    ]);
  });
});
