import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';

const driver = (name: string, more = {}) => ({
  name,
  kind: 'fileSystemDriver' as const,
  start: 'system' as const,
  imageFile: `C:\\Windows\\System32\\drivers\\${name}.sys`,
  ...more,
});
const zoneAlarm = { name: 'ZoneAlarm Antivirus' };

const found = (facts: InventoryFacts) =>
  detect(inventoryOf(facts)).map(
    ({ productId, state, name }) => `${productId} | ${state} | ${name}`,
  );
const remains = ['kaspersky-drivers | leftover | Drivers of a Kaspersky product'];

describe('drivers of Kaspersky without a product of Kaspersky', () => {
  it('run inside the product of another vendor that protects the machine', () => {
    expect(
      found({ services: [driver('klif'), driver('klflt')], securityProducts: [zoneAlarm] }),
    ).toEqual(['powered-by-kaspersky | installed | ZoneAlarm Antivirus']);
  });

  it('are known by the build that other vendors get, whoever protects', () => {
    expect(found({ services: [driver('klifsdk'), driver('klupd_klifsdk_arkmon')] })).toEqual([
      'powered-by-kaspersky | installed | A product of another vendor with the Kaspersky engine',
    ]);
  });

  it.each<[string, InventoryFacts]>([
    ['nobody else protects', { services: [driver('klif')] }],
    [
      'only Windows protects',
      { services: [driver('klif')], securityProducts: [{ name: 'Windows Defender' }] },
    ],
    [
      'the other product is off',
      { services: [driver('klif')], securityProducts: [{ ...zoneAlarm, state: 'off' as const }] },
    ],
    [
      'none of them runs',
      { services: [driver('klif', { state: 'stopped' })], securityProducts: [zoneAlarm] },
    ],
    [
      'a restart has still to take them out',
      {
        services: [driver('klif')],
        securityProducts: [zoneAlarm],
        pendingRestarts: [{ source: 'PendingFileRenameOperations' }],
      },
    ],
  ])('are remains when %s', (_when, facts) => {
    expect(found(facts)).toEqual(remains);
  });

  it('belong to a current product when they bear its version, whoever protects', () => {
    expect(found({ services: [driver('klif.K4W-21-25')], securityProducts: [zoneAlarm] })).toEqual([
      'kaspersky-for-windows | leftover | Kaspersky (Free, Basic, Standard, Plus or Premium)',
    ]);
  });

  it('may be a module that programs of others install, and that is no product', () => {
    expect([
      found({ services: [driver('klhk')] }),
      found({ services: [driver('klhk'), driver('klif')] }),
    ]).toEqual([
      ['kaspersky-hypervisor-module | leftover | Kaspersky hypervisor module (klhk)'],
      remains,
    ]);
  });

  it('are known by their maker when no table knows their name, in every class', () => {
    const services = [driver('klnewone')];
    const files = (organization: string) => [
      { path: services[0]!.imageFile, signature: signedBy(organization) },
    ];
    const classFilters = [
      { classGuid: '{X}', className: 'USB', upperFilters: ['klnewone', 'usb'] },
    ];
    const reasons = (organization: string) =>
      detect(inventoryOf({ services, classFilters, files: files(organization) })).map((finding) => [
        finding.productId,
        finding.evidence.map(({ kind, ref }) => `${kind}:${ref}`),
      ]);
    expect([reasons('AO Kaspersky Lab'), reasons('Klever GmbH')]).toEqual([
      [['kaspersky-drivers', ['driver:klnewone', 'classFilter:{X}']]],
      [],
    ]);
  });

  it('are not meant by a filter whose driver is somebody else’s', () => {
    const services = [driver('klim6')];
    const files = [{ path: services[0]!.imageFile, signature: signedBy('Klever GmbH') }];
    const classFilters = [{ classGuid: '{X}', lowerFilters: ['klim6', 'kbdclass', 'klatch'] }];
    expect(found({ services, files, classFilters })).toEqual([]);
  });

  it('bear the version of a line in every class key', () => {
    const classFilters = [
      { classGuid: '{4D36E96B-E325-11CE-BFC1-08002BE10318}', upperFilters: ['klfltdev.KES-14-1'] },
    ];
    expect(found({ classFilters })).toEqual([
      'kaspersky-endpoint-security | leftover | Kaspersky Endpoint Security for Windows',
    ]);
  });
});
