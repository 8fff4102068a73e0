import { describe, expect, it } from 'vitest';
import { protectionAfter } from '../../../../src/main/engine/protection-after.ts';
import { protection } from '../../../../src/main/engine/protection.ts';
import { inventoryOf, signedBy, type InventoryFacts } from '../../../support/inventory-builder.ts';
import { home, merge } from '../../../support/kaspersky-machines.ts';

const kaspersky = { securityProducts: [{ name: 'Kaspersky' }] } satisfies InventoryFacts;
const defenderRow = { securityProducts: [{ name: 'Windows Defender' }] } satisfies InventoryFacts;
const defenderOff = {
  securityProducts: [{ name: 'Windows Defender', state: 'off' }],
} satisfies InventoryFacts;
const defenderRuns = { services: [{ name: 'WinDefend' }] } satisfies InventoryFacts;
const defenderWaits = {
  services: [{ name: 'WinDefend', state: 'stopped', start: 'demand' }],
} satisfies InventoryFacts;
const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
const policy = {
  defender: [{ key: policies, name: 'DisableAntiSpyware', data: 1 }],
} satisfies InventoryFacts;
const passive = {
  defender: [{ key: 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender', name: 'PassiveMode', data: 1 }],
} satisfies InventoryFacts;
const eset = { securityProducts: [{ name: 'ESET Security' }] } satisfies InventoryFacts;
const esetRuns = { services: [{ name: 'ekrn' }] } satisfies InventoryFacts;
const row = (facts: object): InventoryFacts => ({
  securityProducts: [{ name: 'Some Antivirus', ...facts }],
});
const server = { machine: { edition: 'server' } } satisfies InventoryFacts;

describe('protection', () => {
  it.each<[string, InventoryFacts, string]>([
    ['nothing at all', {}, 'unprotected'],
    ['an unreadable Security Center', { unreadable: ['securityProducts'] }, 'cannotTell'],
    ['a Security Center read in part', { partial: ['securityProducts'] }, 'cannotTell'],
    ['only Kaspersky', kaspersky, 'onlyKaspersky'],
    [
      'Kaspersky beside a Defender that stands down',
      merge(kaspersky, defenderOff, defenderWaits),
      'onlyKaspersky',
    ],
    ['Defender that runs', merge(defenderRow, defenderRuns), 'protected'],
    [
      'Defender listed as on while its service is stopped',
      merge(defenderRow, defenderWaits),
      'notProtecting',
    ],
    ['Defender listed as on without a service', defenderRow, 'notProtecting'],
    [
      'Defender with a policy against it',
      merge(defenderRow, defenderRuns, policy),
      'notProtecting',
    ],
    ['Defender in passive mode', merge(defenderRow, defenderRuns, passive), 'notProtecting'],
    [
      'Defender while services are unreadable',
      { ...defenderRow, unreadable: ['services'] },
      'cannotTell',
    ],
    [
      'Defender while its settings are unreadable',
      merge(defenderRow, defenderRuns, { unreadable: ['defender'] }),
      'cannotTell',
    ],
    [
      'Defender with old signatures',
      merge(defenderRuns, {
        securityProducts: [{ name: 'Windows Defender', signatures: 'outOfDate' }],
      }),
      'signaturesOld',
    ],
    ['ESET that runs', merge(eset, esetRuns), 'protected'],
    ['ESET beside Kaspersky', merge(eset, esetRuns, kaspersky), 'protected'],
    [
      'ESET listed as on with its service stopped',
      merge(eset, { services: [{ name: 'ekrn', state: 'stopped' }] }),
      'notProtecting',
    ],
    ['ESET without any of its services', eset, 'cannotTell'],
    ['an unknown antivirus that is on', row({}), 'protected'],
    [
      'one whose program is gone',
      merge(row({ reportingPath: 'C:\\a.exe' }), { files: [{ path: 'C:\\a.exe', exists: false }] }),
      'notProtecting',
    ],
    [
      'one whose program is not signed',
      merge(row({ reportingPath: 'C:\\a.exe' }), {
        files: [{ path: 'C:\\a.exe', signature: { ...signedBy('x'), status: 'unsigned' } }],
      }),
      'cannotTell',
    ],
    ['one with old signatures', row({ signatures: 'outOfDate' }), 'signaturesOld'],
    ['one of unknown state', row({ state: 'unknown' }), 'cannotTell'],
    ['one of unknown age', row({ signatures: 'unknown' }), 'cannotTell'],
    ['one that is off', row({ state: 'off' }), 'notProtecting'],
    ['one that is paused', row({ state: 'snoozed' }), 'notProtecting'],
    ['one that has expired', row({ state: 'expired' }), 'notProtecting'],
    ['only a firewall', row({ provider: 'firewall' }), 'unprotected'],
    [
      'UltraAV, which is a real antivirus',
      { securityProducts: [{ name: 'UltraAV' }] },
      'protected',
    ],
    [
      'Kaspersky with another name',
      { securityProducts: [{ name: 'Kaspersky Endpoint Security 10 für Windows' }] },
      'onlyKaspersky',
    ],
    ['another system', { machine: { platform: 'linux' } }, 'cannotTell'],
    ['a server where Defender runs', merge(server, defenderRuns), 'cannotTell'],
    ['a server where ESET runs', merge(server, esetRuns), 'cannotTell'],
    ['a server where nothing runs', server, 'unprotected'],
    [
      'a server with unreadable services',
      merge(server, { unreadable: ['services'] }),
      'cannotTell',
    ],
  ])('judges %s', (_name, facts, verdict) => {
    expect(protection(inventoryOf(facts)).verdict).toBe(verdict);
  });

  it('names what protects and gives a reason for every product it looked at', () => {
    expect(protection(inventoryOf(merge(eset, esetRuns, kaspersky, defenderOff)))).toEqual({
      verdict: 'protected',
      products: ['ESET Security'],
      reasons: [
        '“ESET Security” is on and up to date.',
        '“Kaspersky” is Kaspersky and does not count.',
        '“Windows Defender” is off.',
      ],
    });
  });

  it('does not take a service for an antivirus when its program is somebody else’s', () => {
    const services = [{ name: 'ekrn', imageFile: 'C:\\x\\ekrn.exe' }];
    const files = [{ path: 'C:\\x\\ekrn.exe', signature: signedBy('Acme Inc') }];
    expect(protection(inventoryOf(merge(server, { services, files }))).verdict).toBe('unprotected');
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
    ['another antivirus is on', merge(home, eset, esetRuns), 'protected'],
    [
      'another antivirus is old',
      merge(home, row({ signatures: 'outOfDate' }), defenderWaits),
      'cannotTell',
    ],
    ['it is a server', merge(home, server, defenderWaits), 'cannotTell'],
  ])('looks ahead when %s', (_name, facts, expected) => {
    expect(protectionAfter(inventoryOf(facts)).expected).toBe(expected);
  });
});
