import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';

const found = (facts: InventoryFacts) =>
  detect(inventoryOf(facts)).map(
    ({ productId, state, confidence }) => `${productId} | ${state} | ${confidence}`,
  );
const app = (fullName: string): InventoryFacts => ({
  appPackages: [{ key: `HKLM\\x\\${fullName}`, fullName, userSid: null }],
});
const channel = (name: string): InventoryFacts => ({
  eventChannels: [{ key: `HKLM\\x\\${name}`, kind: 'channel', name }],
});

describe('an app of the Store kind', () => {
  it('is the vendor’s when the Store gave its name to the vendor', () => {
    expect(found(app('KasperskyLab.KasperskyNow_1.0.0.8_neutral__8jx5e25qw3tdp'))).toEqual([
      'kaspersky-other | leftover | hint',
    ]);
  });

  it.each([
    'KasperskyLabs.KasperskyNow_1.0.0.8_neutral__8jx5e25qw3tdp',
    'Contoso.KasperskyLab.Theme_1.0_x64__abc',
    'ContosoKasperskyLab.Theme_1.0_x64__abc',
    'Kaspersky_1.0_x64__abc',
  ])('is none of the vendor’s when it is called %s', (name) => {
    expect(found(app(name))).toEqual([]);
  });
});

describe('a place for events', () => {
  it.each([
    ['Kaspersky-Security-Soyuz/Product', 'kaspersky-endpoint-agent | leftover | hint'],
    ['kaspersky security', 'kaspersky-security-for-windows-server | leftover | hint'],
  ])('of the name %s hints at a product', (name, expected) => {
    expect(found(channel(name))).toEqual([expected]);
  });

  it.each(['Kaspersky Security Audit of Acme', 'Kaspersky Migration', 'My Kaspersky Event Log'])(
    'of the name %s is somebody else’s',
    (name) => {
      expect(found(channel(name))).toEqual([]);
    },
  );
});

const places = {
  'a task': (program: string) => ({
    scheduledTasks: [{ path: '\\Start', actions: [{ execute: program, arguments: null }] }],
  }),
  'a rule of the firewall': (program: string) => ({ firewallRules: [{ name: '{1}', program }] }),
  'a start with Windows': (program: string) => ({
    autostarts: [
      {
        key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run',
        name: 'AVP',
        command: `"${program}" -x`,
        userSid: null,
      },
    ],
  }),
  'a scanner of the Antimalware Scan Interface': (program: string) => ({
    amsiProviders: [
      { clsid: '{1}', name: null, library: program, libraryExists: false, library32: null },
    ],
  }),
} satisfies Record<string, (program: string) => InventoryFacts>;

describe.each(Object.entries(places))('%s', (_what, leadingTo) => {
  const folder = 'C:\\Program Files (x86)\\Kaspersky Lab';

  it.each([
    [`${folder}\\Kaspersky Internet Security 21.3\\x.exe`, 'kaspersky-internet-security'],
    [`${folder}\\NetworkAgent 8\\klnagent.exe`, 'kaspersky-network-agent'],
    [`${folder}\\Something\\x.exe`, 'kaspersky-other'],
  ])('that leads to %s is left of a product', (program, productId) => {
    expect(found(leadingTo(program))).toEqual([`${productId} | leftover | hint`]);
  });

  it.each([
    'C:\\Program Files\\Kaspersky Lab Fans\\Something\\x.exe',
    'C:\\Tools\\Kaspersky\\x.exe',
    'C:\\Windows\\System32\\amsi.dll',
  ])('that leads to %s is somebody else’s', (program) => {
    expect(found(leadingTo(program))).toEqual([]);
  });
});

it.each([
  'a rule of the firewall',
  'a start with Windows',
  'a scanner of the Antimalware Scan Interface',
] as const)('%s is somebody else’s where the program is', (what) => {
  const path = 'C:\\Program Files (x86)\\Kaspersky Lab\\Something\\x.exe';
  const files = [{ path, signature: signedBy('Acme Corp') }];
  expect(found({ ...places[what](path), files })).toEqual([]);
});

it('a package in the driver store is the vendor’s by whoever made it, and by nothing else', () => {
  const of = (provider: string | null) =>
    found({
      driverPackages: [
        {
          inf: 'oem3.inf',
          store: 'klim6.inf_amd64_1',
          provider,
          signers: null,
          className: 'NetService',
          services: ['klim6'],
          usedBy: [],
        },
      ],
    });
  expect([of('Kaspersky Lab'), of('Kaspersky Fan Club Drivers'), of('Acme'), of(null)]).toEqual([
    ['kaspersky-drivers | leftover | hint'],
    [],
    [],
    [],
  ]);
});
