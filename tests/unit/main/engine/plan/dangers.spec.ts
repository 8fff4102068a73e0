import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventorySchema } from '../../../../../src/shared/domain/inventory-schema.ts';
import type { Danger } from '../../../../../src/shared/domain/plan/danger.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import { drivers } from '../../../../../src/main/catalog/drivers.ts';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';
import { driverOnDemand, home, innocent, merge } from '../../../../support/kaspersky-machines.ts';

const keyboard = '{4d36e96b-e325-11ce-bfc1-08002be10318}';
const keyboardKey = `HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Class\\${keyboard}`;
const volume = '{71a27cdd-812a-11d0-bec7-08002be2092f}';

function planFor(facts: InventoryFacts) {
  const inventory = inventoryOf(facts);
  return plan(inventory, detect(inventory), defaultChoice);
}

const dangersOf = (facts: InventoryFacts) => planFor(facts).dangers;

const ids = (facts: InventoryFacts) => dangersOf(facts).map(({ id }: Danger) => id);

const filters = (classGuid: string, upperFilters: string[]): InventoryFacts => ({
  classFilters: [{ classGuid, className: 'Class', upperFilters, lowerFilters: [] }],
});

describe('a filter of a device class', () => {
  it.each(['klkbdflt', 'klkbdflt.K4W-21-26', 'KLKBDFLT2'])(
    'without its driver makes the keyboard dead, however it is called (%s)',
    (name) => {
      expect(dangersOf(filters(keyboard, [name, 'kbdclass']))).toEqual([
        {
          id: 'inputFilterWithoutDriver',
          severity: 'critical',
          values: {
            device: { id: 'device.keyboard' },
            driver: name,
            key: keyboardKey,
            branch: `Control\\Class\\${keyboard}`,
            list: 'UpperFilters',
            place: 'class',
            loss: 'gone',
          },
          seenIn: { kind: 'classFilter', ref: keyboard },
          repair: { kind: 'takeFromFilterList', key: keyboardKey, list: 'UpperFilters', name },
        },
      ]);
    },
  );

  it('is as dangerous in the lower list, and when the service is there and its file is gone', () => {
    const lower: InventoryFacts = {
      classFilters: [
        {
          classGuid: keyboard,
          className: null,
          upperFilters: ['kbdclass'],
          lowerFilters: ['klmouflt'],
        },
      ],
    };
    expect(ids(merge(lower, driverOnDemand('klmouflt', { imageExists: false })))).toEqual([
      'inputFilterWithoutDriver',
    ]);
  });

  it('of any other class is told as that class', () => {
    expect(ids(filters(volume, ['klbackupdisk', 'volsnap']))).toEqual([
      'deviceFilterWithoutDriver',
    ]);
  });

  it('is one for every driver of the vendor, in every class and with every suffix that its products append', () => {
    const suffix = fc.tuple(
      fc.constantFrom('K4W', 'KES'),
      fc.integer({ min: 10, max: 30 }),
      fc.nat(99),
    );
    const name = fc
      .tuple(fc.constantFrom(...drivers.map((row) => row.name)), fc.option(suffix))
      .map(([plain, version]) => (version === null ? plain : `${plain}.${version.join('-')}`));
    fc.assert(
      fc.property(name, fc.uuid(), fc.boolean(), (driverName, guid, upper) => {
        const lists = { upperFilters: ['partmgr'], lowerFilters: ['partmgr'] };
        lists[upper ? 'upperFilters' : 'lowerFilters'].push(driverName);
        const told = dangersOf({
          classFilters: [{ classGuid: `{${guid}}`, className: null, ...lists }],
        });
        expect(
          told.map(({ id, repair }) => [id, repair.kind === 'takeFromFilterList' && repair.name]),
        ).toEqual([['deviceFilterWithoutDriver', driverName]]);
      }),
    );
  });

  it.each([
    'klkbdfltx',
    'xklkbdflt',
    'klkbdflt-K4W',
    'klx.K5W-21-26',
    'klim7',
    'kl3',
    'kbldfltr',
    'KslD',
  ])('is none when it only sounds like one of the vendor (%s)', (name) => {
    expect(ids(filters(keyboard, [name, 'kbdclass']))).toEqual([]);
  });

  it('is one of a single device too, and says so', () => {
    const [told] = dangersOf({
      deviceFilters: [
        {
          instanceId: 'HID\\VID_046D\\1',
          classGuid: keyboard,
          description: 'HID Keyboard Device',
          upperFilters: ['klfltdev.KES-14-1'],
          lowerFilters: [],
        },
      ],
    });
    expect(told).toMatchObject({
      id: 'inputFilterWithoutDriver',
      values: { device: 'HID Keyboard Device', place: 'device' },
      seenIn: { kind: 'deviceFilter', ref: 'HID\\VID_046D\\1' },
      repair: { key: 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Enum\\HID\\VID_046D\\1' },
    });
  });

  it('is one already when its driver is deleted and only waits for the restart, or may not start', () => {
    const loss = (facts: Parameters<typeof driverOnDemand>[1]) =>
      dangersOf(merge(filters(keyboard, ['klkbdflt']), driverOnDemand('klkbdflt', facts))).map(
        ({ values }) => values['loss'],
      );
    expect([loss({ markedForDeletion: true }), loss({ start: 'disabled' }), loss({})]).toEqual([
      ['going'],
      ['disabled'],
      [],
    ]);
  });

  it('is none with its driver, of another maker, or where the services were not read', () => {
    const unread = inventoryOf(filters(keyboard, ['klkbdflt']));
    const services = { state: 'unreadable', items: [], gaps: [] } as const;
    expect([
      ids(merge(filters(keyboard, ['klkbdflt']), driverOnDemand('klkbdflt'))),
      ids(filters(keyboard, ['kbdclass', 'SynTP', 'klkbdfltx'])),
      plan({ ...unread, services: { ...services, items: [], gaps: [] } }, [], defaultChoice)
        .dangers,
    ]).toEqual([[], [], []]);
  });
});

describe('a driver of the vendor', () => {
  it('that starts with Windows and has no file fails at every start', () => {
    expect([
      ids(driverOnDemand('klim6', { start: 'system', imageExists: false })),
      ids(driverOnDemand('klim6', { start: 'demand', imageExists: false })),
      ids(driverOnDemand('klim6', { start: 'system', imageExists: null })),
      ids(
        driverOnDemand('klim6', { start: 'system', imageExists: false, markedForDeletion: true }),
      ),
      ids(driverOnDemand('vendorless', { start: 'system', imageExists: false })),
    ]).toEqual([['startDriverWithoutFile'], [], [], [], []]);
  });

  it('that has no file is said to be in use only where its product is known to be there', () => {
    const lost = driverOnDemand('klim6', { start: 'system', imageExists: false });
    const useIn = (facts: InventoryFacts) => dangersOf(facts).map(({ values }) => values['isUsed']);
    expect([
      useIn(lost),
      useIn(merge(home, lost)),
      useIn({ ...lost, unreadable: ['programs'] }),
    ]).toEqual([['no'], ['yes'], ['unknown']]);
  });

  it('that still runs is told when its product is gone, and not while it is installed', () => {
    const running = driverOnDemand('klif', { state: 'running', start: 'system' });
    expect([ids(running), ids(merge(home, running))]).toEqual([['driverStillLoaded'], []]);
  });

  it('that programs of others bring along too is no trace of a product that is gone', () => {
    const running = (name: string) => driverOnDemand(name, { state: 'running', start: 'demand' });
    expect([ids(running('klhk')), ids(merge(running('klhk'), running('klif')))]).toEqual([
      [],
      ['driverStillLoaded', 'driverStillLoaded'],
    ]);
  });
});

describe('what Windows still believes', () => {
  const row = (name: string, state: 'on' | 'off', reportingPath: string, guid: string | null) => ({
    name,
    provider: 'antivirus' as 'antivirus' | 'firewall',
    state,
    signatures: 'upToDate' as const,
    reportingPath,
    guid,
    timestamp: null,
  });
  const gone = row(
    'Kaspersky',
    'on',
    'C:\\Program Files (x86)\\Kaspersky Lab\\wmiav.exe',
    '{4F76F112}',
  );
  const rows = (...securityProducts: ReturnType<typeof row>[]): InventoryFacts => ({
    securityProducts,
  });
  const defender = (state: 'on' | 'off') =>
    row('Windows Defender', state, 'windowsdefender://', null);

  it('of an antivirus that is gone keeps Microsoft Defender off', () => {
    expect([
      dangersOf(rows(gone, defender('off'))).map(({ id, repair }) => [id, repair]),
      ids(rows(gone, defender('on'))),
      ids(rows({ ...gone, provider: 'firewall' }, defender('off'))),
      ids(merge(home, rows(gone, defender('off')))),
    ]).toEqual([
      [
        [
          'securityRowWithoutProduct',
          { kind: 'removeSecurityRow', name: 'Kaspersky', guid: '{4F76F112}' },
        ],
      ],
      [],
      [],
      [],
    ]);
  });

  it('of a row is none while another antivirus protects, which is what keeps Defender off', () => {
    const ekrn = 'C:\\Program Files\\ESET\\ESET Security\\ekrn.exe';
    const eset = (state: 'on' | 'off'): InventoryFacts => ({
      services: [{ name: 'ekrn', imageFile: ekrn }],
      files: [{ path: ekrn, signature: signedBy('ESET, spol. s r.o.') }],
      securityProducts: [
        { name: 'ESET Security', state, reportingPath: ekrn },
        { name: 'Kaspersky', state: 'on' },
        { name: 'Windows Defender', state: 'off', reportingPath: 'windowsdefender://' },
      ],
      wmiSecurityProducts: [
        {
          provider: 'antivirus',
          displayName: 'ESET Security',
          productState: state === 'on' ? 266_240 : 262_144,
          reportingPath: ekrn,
          productPath: null,
          guid: null,
          timestamp: null,
        },
      ],
    });
    expect([ids(eset('on')), ids(eset('off'))]).toEqual([[], ['securityRowWithoutProduct']]);
  });

  it('of its root certificate is a danger once the product is gone', () => {
    const subject = 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab';
    const trusted: InventoryFacts = {
      certificates: [{ thumbprint: 'AA', subject, issuer: subject }],
    };
    const others: InventoryFacts = {
      certificates: [{ thumbprint: 'BB', subject: 'CN=DigiCert', issuer: 'CN=DigiCert' }],
    };
    expect([ids(trusted), ids(merge(home, trusted)), ids(others)]).toEqual([
      ['rootCertificateTrusted'],
      [],
      [],
    ]);
  });

  it('of its root certificate is told with where it is trusted: by everybody, by one person, in Firefox', () => {
    const subject = 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab';
    const root = { thumbprint: 'AA', subject, issuer: subject };
    const [userSid, firefoxProfile] = [
      'S-1-5-21-1-2-3-1001',
      'C:\\Users\\anna\\Profiles\\x.default',
    ];
    const told = dangersOf({
      profiles: [{}],
      certificates: [
        root,
        { ...root, userSid },
        { ...root, userSid, firefoxProfile },
        {
          ...root,
          userSid,
          firefoxProfile,
          subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate 2',
        },
        { ...root, userSid, firefoxProfile, issuer: 'CN=Somebody Else' },
      ].map((each, index) => ({ ...each, thumbprint: `A${index}` })),
    });
    const who = `C:\\Users\\anna, ${userSid}`;
    expect(told.map(({ values, repair }) => [values['place'], values['who'], repair])).toEqual([
      [
        'everybody',
        '',
        { kind: 'distrust', thumbprint: 'A0', userSid: null, firefoxProfile: null },
      ],
      ['person', who, { kind: 'distrust', thumbprint: 'A1', userSid, firefoxProfile: null }],
      ['firefox', who, { kind: 'distrust', thumbprint: 'A2', userSid, firefoxProfile }],
    ]);
  });
});

it.each([
  ['input-filters-left', ['inputFilterWithoutDriver', 'inputFilterWithoutDriver']],
  ['network-filter-left', ['networkFilterWithoutDriver']],
  ['dead-row', ['securityRowWithoutProduct']],
  ['engine-inside', []],
  ['vpn-only', []],
])('is told of the computer that somebody reported: %s', (report, expected) => {
  const file = join(import.meta.dirname, '../../../../accuracy/reports', `${report}.json`);
  const inventory = inventorySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const told = plan(inventory, detect(inventory), defaultChoice).dangers;
  expect(told.map(({ id }) => id)).toEqual(expected);
});

it('a product that is installed as it should be is no danger, nor is an innocent computer', () => {
  expect([ids(home), ids(innocent)]).toEqual([[], []]);
});

it('what is left and does harm is not said to do nothing', () => {
  const { kept } = planFor(filters(keyboard, ['klkbdflt', 'kbdclass']));
  expect(kept.map(({ explanation }) => explanation.id)).toEqual(['kept.dangerous']);
});

it('the worst is told first', () => {
  const facts = merge(
    filters(keyboard, ['klkbdflt']),
    driverOnDemand('klim6', { start: 'system', imageExists: false }),
  );
  expect(ids(facts)).toEqual(['inputFilterWithoutDriver', 'startDriverWithoutFile']);
});
