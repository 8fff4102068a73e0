import { english } from '../../../../../src/shared/words/english.ts';
import { describe, expect, it } from 'vitest';
import { antivirusProducts } from '../../../../../src/main/catalog/antivirus-products.ts';
import { protectionAfter } from '../../../../../src/main/engine/protection/protection-after.ts';
import { protection } from '../../../../../src/main/engine/protection/protection.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';
import { home, merge } from '../../../../support/kaspersky-machines.ts';
import {
  defenderAtWork,
  defenderService,
  defenderStatus,
  productAtWork,
  wmiRow,
} from '../../../../support/protected-machines.ts';

const vendorFolder = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.19';
const kasperskyRow = {
  securityProducts: [{ name: 'Kaspersky' }],
  wmiSecurityProducts: [wmiRow('Kaspersky', 266_240)],
} satisfies InventoryFacts;
const kaspersky = merge(kasperskyRow, {
  services: [{ name: 'AVP21.19', imageFile: `${vendorFolder}\\avp.exe` }],
});
const defenderOff = {
  securityProducts: [{ name: 'Windows Defender', state: 'off' }],
  wmiSecurityProducts: [wmiRow('Windows Defender', 393_472)],
} satisfies InventoryFacts;
const defenderWaits = {
  services: [{ name: 'WinDefend', state: 'stopped', start: 'demand' }],
} satisfies InventoryFacts;
const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
const policy = {
  defender: [{ key: policies, name: 'DisableAntiSpyware', data: 1 }],
} satisfies InventoryFacts;
const realTimePolicy = {
  defender: [
    { key: `${policies}\\Real-Time Protection`, name: 'DisableRealtimeMonitoring', data: 1 },
  ],
} satisfies InventoryFacts;
const passive = {
  defender: [{ key: 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender', name: 'PassiveMode', data: 1 }],
} satisfies InventoryFacts;
const row = (id: string) => antivirusProducts.find((each) => each.id === id)!;
const eset = productAtWork(row('eset'));
const server = { machine: { edition: 'server' } } satisfies InventoryFacts;
const serverDefender = merge(server, defenderService, { defenderStatus: defenderStatus() });
const unlisted = { securityProducts: [], wmiSecurityProducts: [] };

/** A product that nobody described, with a service beside the program it registered. */
const folder = 'C:\\Program Files\\Some Antivirus';
const unknownProduct = {
  securityProducts: [{ name: 'Some Antivirus', reportingPath: `${folder}\\ui.exe` }],
  wmiSecurityProducts: [wmiRow('Some Antivirus', 266_240)],
  services: [{ name: 'SomeService', imageFile: `${folder}\\bin\\service.exe` }],
  files: [{ path: `${folder}\\ui.exe`, signature: signedBy('Some Company') }],
} satisfies InventoryFacts;

type Row = NonNullable<InventoryFacts['securityProducts']>[number];
const listedAs = (facts: InventoryFacts, change: Partial<Row>): InventoryFacts => ({
  ...facts,
  securityProducts: (facts.securityProducts ?? []).map((each) => ({ ...each, ...change })),
});
const byWmi = (facts: InventoryFacts, productState: number): InventoryFacts => ({
  ...facts,
  wmiSecurityProducts: (facts.wmiSecurityProducts ?? []).map((each) => ({
    ...each,
    productState,
  })),
});
const reporting = (change: Parameters<typeof defenderStatus>[0]): InventoryFacts => ({
  ...defenderAtWork,
  defenderStatus: defenderStatus(change),
});
const stopped = (facts: InventoryFacts): InventoryFacts => ({
  ...facts,
  services: (facts.services ?? []).map((each) => ({ ...each, state: 'stopped' })),
});
const signedInstead = (facts: InventoryFacts, signer: string): InventoryFacts => ({
  ...facts,
  files: (facts.files ?? []).map((each) => ({ ...each, signature: signedBy(signer) })),
});

describe('protection', () => {
  it.each<[string, InventoryFacts, string]>([
    ['nothing at all', {}, 'unprotected'],
    ['an unreadable Security Center', { unreadable: ['securityProducts'] }, 'cannotTell'],
    ['a Security Center read in part', { partial: ['securityProducts'] }, 'cannotTell'],
    ['another system', { machine: { platform: 'linux' } }, 'cannotTell'],
    ['only a firewall', { securityProducts: [{ name: 'x', provider: 'firewall' }] }, 'unprotected'],
    // Kaspersky
    ['only Kaspersky', kaspersky, 'onlyKaspersky'],
    ['a dead row of Kaspersky that says it is on', kasperskyRow, 'unprotected'],
    [
      'a dead row of Kaspersky while services are unreadable',
      { ...kasperskyRow, unreadable: ['services'] },
      'onlyKaspersky',
    ],
    [
      'Kaspersky beside a Defender that stands down',
      merge(kaspersky, defenderOff, defenderWaits),
      'onlyKaspersky',
    ],
    [
      'a dead row of Kaspersky beside a Defender that is off',
      merge(kasperskyRow, defenderOff, defenderWaits),
      'notProtecting',
    ],
    [
      'Kaspersky’s program behind a foreign name',
      merge(kaspersky, {
        securityProducts: [{ name: 'ESET Security', reportingPath: `${vendorFolder}\\wmiav.exe` }],
      }),
      'onlyKaspersky',
    ],
    // Microsoft Defender
    ['Defender at work', defenderAtWork, 'protected'],
    ['Defender whose service is stopped', stopped(defenderAtWork), 'notProtecting'],
    ['Defender without a service', { ...defenderAtWork, services: [] }, 'notProtecting'],
    ['Defender signed by somebody else', signedInstead(defenderAtWork, 'Acme Inc'), 'cannotTell'],
    ['Defender in passive mode', reporting({ AMRunningMode: 'Passive Mode' }), 'notProtecting'],
    ['Defender in passive mode, short', reporting({ AMRunningMode: 'Passive' }), 'notProtecting'],
    ['Defender beside others', reporting({ AMRunningMode: 'SxS Passive Mode' }), 'notProtecting'],
    ['Defender that blocks later', reporting({ AMRunningMode: 'EDR Block Mode' }), 'notProtecting'],
    ['Defender not running', reporting({ AMRunningMode: 'Not running' }), 'notProtecting'],
    ['Defender in a new mode', reporting({ AMRunningMode: 'Normal Mode' }), 'cannotTell'],
    [
      'Defender in the same mode, written otherwise',
      reporting({ AMRunningMode: 'normal' }),
      'protected',
    ],
    ['an old Defender without a mode', reporting({ AMRunningMode: null }), 'cannotTell'],
    ['a shield that is off', reporting({ RealTimeProtectionEnabled: false }), 'notProtecting'],
    ['a shield that is silent', reporting({ AntivirusEnabled: null }), 'cannotTell'],
    ['a shield as a zero, which is no answer', reporting({ AMServiceEnabled: 0 }), 'cannotTell'],
    ['old signatures', reporting({ DefenderSignaturesOutOfDate: true }), 'signaturesOld'],
    ['signatures of last week', reporting({ AntivirusSignatureAge: 8 }), 'signaturesOld'],
    [
      'signatures that never came',
      reporting({ AntivirusSignatureAge: 4_294_967_295 }),
      'signaturesOld',
    ],
    [
      'signatures that never came, signed',
      reporting({ AntivirusSignatureAge: -1 }),
      'signaturesOld',
    ],
    ['signatures of unknown age', reporting({ AntivirusSignatureAge: null }), 'cannotTell'],
    ['no state of Defender', { ...defenderAtWork, unreadable: ['defenderStatus'] }, 'cannotTell'],
    ['no settings of Defender', { ...defenderAtWork, unreadable: ['defender'] }, 'cannotTell'],
    ['no services', { ...defenderAtWork, unreadable: ['services'] }, 'cannotTell'],
    ['no answer by WMI', { ...defenderAtWork, unreadable: ['wmiSecurityProducts'] }, 'cannotTell'],
    ['an answer by WMI that says off', byWmi(defenderAtWork, 393_472), 'notProtecting'],
    ['an answer by WMI in an unknown state', byWmi(defenderAtWork, 0x065100), 'cannotTell'],
    ['a policy that Windows ignores', merge(defenderAtWork, policy), 'protected'],
    [
      'a policy against real-time protection',
      merge(defenderAtWork, realTimePolicy),
      'notProtecting',
    ],
    ['a setting for passive mode', merge(defenderAtWork, passive), 'notProtecting'],
    [
      'a localised name of Defender, known by its program',
      listedAs(defenderAtWork, {
        name: '微软防病毒',
        reportingPath: '%ProgramFiles%\\Windows Defender\\MsMpeng.exe',
      }),
      'protected',
    ],
    [
      'a row with the identifier of Defender and another name',
      {
        securityProducts: [{ name: 'Trust Me', guid: '{D68DDC3A-831F-4FAE-9E44-DA132C1ACF46}' }],
        wmiSecurityProducts: [wmiRow('Trust Me', 397_568)],
        defenderStatus: defenderStatus(),
        ...defenderService,
      },
      'cannotTell',
    ],
    // Others
    ['ESET beside Kaspersky', merge(eset, kaspersky), 'protected'],
    ['ESET with its service stopped', stopped(eset), 'notProtecting'],
    ['ESET without any of its services', { ...eset, services: [] }, 'cannotTell'],
    ['ESET signed by somebody else', signedInstead(eset, 'Acme Inc'), 'cannotTell'],
    ['ESET signed by Kaspersky', signedInstead(eset, 'AO Kaspersky Lab'), 'cannotTell'],
    ['ESET while files are unreadable', { ...eset, unreadable: ['files'] }, 'cannotTell'],
    ['ESET that runs but is not listed', { ...eset, ...unlisted }, 'cannotTell'],
    ['ESET that only WMI lists', { ...eset, securityProducts: [] }, 'cannotTell'],
    ['ESET that only WMI calls off', byWmi(eset, 262_144), 'notProtecting'],
    ['ESET with old signatures', listedAs(eset, { signatures: 'outOfDate' }), 'signaturesOld'],
    ['ESET with old signatures by WMI', byWmi(eset, 266_256), 'signaturesOld'],
    ['one of unknown state', listedAs(eset, { state: 'unknown' }), 'cannotTell'],
    ['one of unknown age', listedAs(eset, { signatures: 'unknown' }), 'cannotTell'],
    ['one that is off', listedAs(eset, { state: 'off' }), 'notProtecting'],
    ['one that is paused', listedAs(eset, { state: 'snoozed' }), 'notProtecting'],
    ['one that has expired', listedAs(eset, { state: 'expired' }), 'notProtecting'],
    [
      'a product with an old row beside its new one',
      merge(eset, { securityProducts: [{ name: 'ESET NOD32 Antivirus', state: 'off' }] }),
      'protected',
    ],
    ['an antivirus nobody described', unknownProduct, 'protected'],
    ['one whose program nobody saw', { ...unknownProduct, files: [] }, 'cannotTell'],
    ['one without a service', { ...unknownProduct, services: [] }, 'cannotTell'],
    [
      'one registered from a program of Windows',
      signedInstead(unknownProduct, 'Microsoft Windows'),
      'cannotTell',
    ],
    [
      'one whose program is gone',
      { ...unknownProduct, files: [{ path: `${folder}\\ui.exe`, exists: false }] },
      'notProtecting',
    ],
    [
      'one whose program is not signed',
      {
        ...unknownProduct,
        files: [{ path: `${folder}\\ui.exe`, signature: { ...signedBy('x'), status: 'unsigned' } }],
      },
      'cannotTell',
    ],
    ['an agent that only watches', { services: [{ name: 'HuntressAgent' }] }, 'unprotected'],
    // Servers
    ['a server where Defender is at work', serverDefender, 'protected'],
    ['a server where Defender is silent', merge(server, defenderService), 'cannotTell'],
    ['a server where Defender is off', merge(server, defenderWaits), 'notProtecting'],
    ['a server where ESET runs', merge(server, eset), 'cannotTell'],
    ['a server where nothing runs', server, 'unprotected'],
    [
      'a server with unreadable services',
      merge(server, { unreadable: ['services'] }),
      'cannotTell',
    ],
    [
      'a server where a service has the name of an antivirus and a foreign signer',
      merge(server, signedInstead(eset, 'Acme Inc')),
      'unprotected',
    ],
  ])('judges %s', (_name, facts, verdict) => {
    expect(protection(inventoryOf(facts)).verdict).toBe(verdict);
  });

  it('names what of Kaspersky guards a server, where no list does', () => {
    const guarded = merge(server, {
      services: [
        { name: 'KAVFS', imageFile: `${vendorFolder}\\kavfs.exe` },
        { name: 'klnagent', imageFile: `${vendorFolder}\\klnagent.exe` },
      ],
    });
    const reasons = protection(inventoryOf(guarded)).reasons.map(({ id, values }) => [id, values]);
    expect(reasons).toEqual([
      ['protection.kaspersky', { name: 'KAVFS' }],
      ['protection.noService', undefined],
    ]);
  });

  it('says of an antivirus on a server that its service runs, where that is all there is to know', () => {
    const facts = merge(server, eset, { securityProducts: [], wmiSecurityProducts: [] });
    const { verdict, reasons } = protection(inventoryOf(facts));
    const said = reasons.map(english.render).join(' ');
    expect([verdict, /its service ekrn runs/.test(said), /nothing was said/.test(said)]).toEqual([
      'cannotTell',
      true,
      false,
    ]);
  });

  const described = antivirusProducts.filter(
    ({ protects, id }) => protects && id !== 'microsoft-defender',
  );

  it.each(described.map((each) => [each.id, each] as const))(
    'counts %s when every source speaks for it, once, and not while a single one denies it',
    (_id, each) => {
      const atWork = productAtWork(each);
      const twice = merge(atWork, { securityProducts: atWork.securityProducts ?? [] });
      const verdicts = [
        protection(inventoryOf(twice)),
        protection(inventoryOf(listedAs(atWork, { state: 'off' }))),
        protection(inventoryOf(byWmi(atWork, 262_144))),
        protection(inventoryOf(signedInstead(atWork, 'Acme Inc'))),
        protection(inventoryOf({ ...atWork, services: [] })),
      ].map(({ verdict, products }) => `${verdict} ${products.length}`);
      expect(verdicts).toEqual([
        'protected 1',
        'notProtecting 0',
        'notProtecting 0',
        'cannotTell 0',
        'cannotTell 0',
      ]);
    },
  );

  it('describes at least 25 antivirus products', () => {
    expect(described.length + 1).toBeGreaterThanOrEqual(25);
  });

  it('names what protects and gives a reason for every product it looked at', () => {
    const { products, reasons } = protection(
      inventoryOf(merge(eset, kaspersky, defenderOff, defenderWaits)),
    );
    expect({ products, reasons: reasons.map(english.render) }).toEqual({
      products: ['ESET  Something'],
      reasons: [
        '“ESET  Something”: it is on and up to date.',
        '“Microsoft Defender”: it is off; its services do not run.',
        '“Kaspersky” is Kaspersky and does not count.',
      ],
    });
  });

  it('names the sources that disagree', () => {
    const { disagreements } = protection(inventoryOf(byWmi(defenderAtWork, 393_472)));
    expect(disagreements.map(english.render)).toEqual([
      '“Microsoft Defender”: Windows Security says: it is on and up to date; Services and their signatures says: its service WinDefend runs; State that Microsoft Defender reports says: it is active with all shields on and up to date. But Windows Security, asked by WMI says: it is off.',
    ]);
  });

  it('names a dead row of Kaspersky that says it is on', () => {
    expect(protection(inventoryOf(kasperskyRow)).disagreements).toEqual([
      { id: 'protection.ghost', values: { name: 'Kaspersky' } },
    ]);
  });

  it('tells every source that could not answer as unknown', () => {
    const unreadable = [
      'securityProducts',
      'wmiSecurityProducts',
      'services',
      'files',
      'defender',
      'defenderStatus',
      'amsiProviders',
    ] as const;
    const { sources } = protection(inventoryOf({ unreadable }));
    expect(sources.filter(({ answer }) => answer !== 'unknown')).toEqual([]);
  });
});

describe('protectionAfter', () => {
  it.each<[string, InventoryFacts, string]>([
    ['Defender waits for its turn', merge(home, defenderWaits), 'defenderReturns'],
    [
      'Defender stands down in passive mode',
      merge(home, defenderWaits, passive),
      'defenderReturns',
    ],
    ['a policy keeps Defender off', merge(home, defenderWaits, policy), 'nothing'],
    [
      'Defender’s service is disabled',
      merge(home, { services: [{ name: 'WinDefend', start: 'disabled' }] }),
      'nothing',
    ],
    ['there is no Defender', home, 'nothing'],
    ['the services are not known', { ...home, unreadable: ['services'] }, 'cannotTell'],
    [
      'the settings are not known',
      merge(home, defenderWaits, { unreadable: ['defender'] }),
      'cannotTell',
    ],
    ['another antivirus is on', merge(home, eset), 'protected'],
    [
      'another antivirus is old',
      merge(home, listedAs(eset, { signatures: 'outOfDate' }), defenderWaits),
      'cannotTell',
    ],
    ['it is a server where Defender is off', merge(home, server, defenderWaits), 'nothing'],
    ['it is a server that says too little', merge(home, server, eset), 'cannotTell'],
  ])('looks ahead when %s', (_name, facts, expected) => {
    expect(protectionAfter(inventoryOf(facts)).expected).toBe(expected);
  });
});
