import { describe, expect, it } from 'vitest';
import { detect } from '../../src/main/engine/detect/detect.ts';
import { dangers } from '../../src/main/engine/plan/dangers.ts';
import { inventoryOf, type InventoryFacts, signedBy } from '../support/inventory-builder.ts';
import {
  innocentCount,
  innocentLists,
  innocentNames,
  type InnocentName,
} from './innocent-names.ts';

function namesOf(holds: 'programs' | 'drivers' | 'makers'): readonly InnocentName[] {
  return innocentLists.filter((list) => list.holds === holds).flatMap(innocentNames);
}

const programs = [...namesOf('programs'), ...namesOf('makers')];
const drivers = namesOf('drivers');

const folderName = (text: string) => text.replace(/[<>:"/\\|?*]/g, '').trim() || 'program';
const programFile = ({ maker, name }: InnocentName) =>
  `C:\\Program Files\\${folderName(maker)}\\${folderName(name)}\\${folderName(name)}.exe`;
const driverFile = ({ name }: InnocentName) => `C:\\Windows\\System32\\drivers\\${name}.sys`;

/** What is said of a computer that has all of it. */
function said(facts: InventoryFacts) {
  const inventory = inventoryOf(facts);
  const findings = detect(inventory);
  return {
    findings: findings.map(({ productId, evidence }) => [
      productId,
      evidence.map(({ ref }) => ref),
    ]),
    dangers: dangers(inventory, findings),
  };
}

const nothing = { findings: [], dangers: [] };

describe('of what others make', () => {
  it('there are enough names to say something', () => {
    expect(innocentCount()).toBeGreaterThan(25_000);
  });

  it('no program is taken for one of Kaspersky, with its maker or without', () => {
    const entry = (program: InnocentName, publisher: string | null) => ({
      displayName: program.name,
      publisher,
      installLocation: programFile(program).replace(/\\[^\\]+$/, ''),
      uninstallString: `"${programFile(program)}" /uninstall`,
    });
    expect(
      said({
        programs: programs.flatMap((each) => [entry(each, each.maker), entry(each, null)]),
        files: programs.map((each) => ({ path: programFile(each), companyName: each.maker })),
      }),
    ).toEqual(nothing);
  });

  it('no product of Windows Installer is', () => {
    const code = (index: number) =>
      `{${index.toString(16).padStart(8, '0')}-0000-4000-8000-0123456789AB}`;
    expect(
      said({
        installerProducts: programs.flatMap(({ maker, name }, index) => [
          { productCode: code(2 * index), name, publisher: maker },
          { productCode: code(2 * index + 1), name, publisher: null },
        ]),
      }),
    ).toEqual(nothing);
  });

  it('no service and no running program is', () => {
    expect(
      said({
        services: programs.map((each) => ({ name: each.name, imageFile: programFile(each) })),
        processes: programs.map((each) => ({ name: `${each.name}.exe`, path: programFile(each) })),
        files: programs.map((each) => ({ path: programFile(each), companyName: each.maker })),
      }),
    ).toEqual(nothing);
  });

  it('no driver is, nor where devices and the network are filtered by it, with its file or without', () => {
    const filters = (imageExists: boolean): InventoryFacts => ({
      services: drivers.map((each) => ({
        name: each.name,
        kind: 'kernelDriver',
        start: 'system',
        state: imageExists ? 'running' : 'stopped',
        imageFile: driverFile(each),
        imageExists,
      })),
      classFilters: [
        {
          classGuid: '{4D36E96B-E325-11CE-BFC1-08002BE10318}',
          className: 'Keyboard',
          upperFilters: drivers.map(({ name }) => name),
          lowerFilters: [],
        },
      ],
      networkComponents: drivers.map(({ name }) => ({
        componentId: `x_${name}`,
        description: `${name} filter`,
        service: name,
      })),
    });
    expect([said(filters(true)), said(filters(false))]).toEqual([nothing, nothing]);
  });

  it('no row of Windows Security, no trusted certificate and no task is', () => {
    const makers = [...programs, ...drivers].filter(({ maker }) => maker !== '');
    expect(
      said({
        securityProducts: programs.map(({ name }) => ({
          name,
          provider: 'antivirus',
          state: 'on',
        })),
        certificates: makers.map(({ maker }, index) => {
          const subject = `CN=${maker} Root Certificate, O=${maker}`;
          return { thumbprint: index.toString(16), subject, issuer: subject };
        }),
        scheduledTasks: programs.map((each) => ({
          path: `\\${each.name}`,
          actions: [{ execute: programFile(each), arguments: null }],
        })),
        files: makers.map((each) => ({ path: programFile(each), signature: signedBy(each.maker) })),
      }),
    ).toEqual(nothing);
  });

  it('no proxy, no name server, no line of hosts and no binding is', () => {
    const [key, policy, userSid, subject] = ['HKLM\\KEY', false, null, null];
    const own = { key, policy, userSid, subject };
    expect(
      said({
        networkSettings: [
          { ...own, kind: 'proxy', name: 'ProxyEnable', data: 1 },
          { ...own, kind: 'proxy', name: 'ProxyServer', data: '127.0.0.1:8888' },
          { ...own, kind: 'dns', name: 'NameServer', data: '127.0.0.1' },
        ],
        hostsEntries: [{ address: '127.0.0.1', names: ['au.download.windowsupdate.com'] }],
        networkAdapters: [{ adapterId: '{A}', upperBind: drivers.map(({ name }) => name) }],
      }),
    ).toEqual(nothing);
  });
});
