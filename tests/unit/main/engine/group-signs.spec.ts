import { describe, expect, it } from 'vitest';
import { detect } from '../../../../src/main/engine/detect/detect.ts';
import { inventoryOf, type InventoryFacts } from '../../../support/inventory-builder.ts';
import {
  codes,
  merge,
  msi,
  programFiles,
  vendorRoot,
} from '../../../support/kaspersky-machines.ts';

/** Installed and known to Windows Installer, but nothing says which line it is. */
const home = (version: string): InventoryFacts =>
  msi({ code: codes.home, name: 'Kaspersky', version });
const endpoint = (version: string): InventoryFacts =>
  msi({ code: codes.kes, name: 'Kaspersky Endpoint Security for Windows', version });

const key = (line: string, values = {}): InventoryFacts => ({
  vendorKeys: [{ key: `${vendorRoot}\\${line}`, values }],
});

/** Each finding with its state and what of the registry, services and drivers it took for its own. */
function parts(...facts: readonly InventoryFacts[]): string[] {
  return detect(inventoryOf(merge(...facts))).map(({ id, state, parts: own }) => {
    const names = [...own.vendorKeys, ...own.services, ...own.drivers, ...own.folders];
    return `${id} ${state}: ${names.map((name) => name.slice(name.lastIndexOf('\\') + 1)).join(', ')}`;
  });
}

const installedHome = `kaspersky-for-windows@${codes.home.toLowerCase()} installed:`;
const installedEndpoint = `kaspersky-endpoint-security@${codes.kes.toLowerCase()} installed:`;

describe('what remains of another version', () => {
  it.each<[string, string, readonly string[]]>([
    ['21.25.8.1', 'AVP21.3', ['kaspersky-home-antivirus@avp21.3 leftover: AVP21.3']],
    ['21.3.10.391', 'AVP21.25', ['kaspersky-for-windows@avp21.25 leftover: AVP21.25']],
    ['21.25.8.1', 'AVP20.0', ['kaspersky-home-antivirus@avp20.0 leftover: AVP20.0']],
    ['21.25.8.1', 'AVP9', ['kaspersky-home-antivirus@avp9 leftover: AVP9']],
    ['21.25.8.1', 'AVP80', ['kaspersky-home-antivirus@avp80 leftover: AVP80']],
  ])('stays out of an installed home product %s (%s)', (version, line, leftover) => {
    expect(parts(home(version), key(line)).toSorted()).toEqual(
      [...leftover, `${installedHome} `].toSorted(),
    );
  });

  it.each([
    ['21.25.8.1', 'AVP21.25', 'kaspersky-for-windows@avp21.25 installed: AVP21.25'],
    ['21.3.10.391', 'AVP21.3', 'kaspersky-for-windows@avp21.3 installed: AVP21.3'],
  ])('is none when the versions agree: %s and %s', (version, line, expected) => {
    expect(parts(home(version), key(line))).toEqual([expected]);
  });

  it('stays out of an installed Endpoint Security, as far as its lines tell a version', () => {
    expect([
      parts(endpoint('11.6.0.394'), key('KES10SP2')),
      parts(endpoint('11.6.0.394'), key('KES11')),
      parts(endpoint('12.3.0.493'), key('KES21.15')),
    ]).toEqual([
      [
        'kaspersky-endpoint-security@kes10sp2 leftover: KES10SP2',
        `${installedEndpoint} `,
      ].toSorted(),
      ['kaspersky-endpoint-security@kes11 installed: KES11'],
      ['kaspersky-endpoint-security@kes21.15 installed: KES21.15'],
    ]);
  });

  it('takes its services, drivers and folders with it', () => {
    const drivers = 'C:\\Windows\\System32\\drivers';
    const remains: InventoryFacts = {
      services: [
        {
          name: 'AVP21.3',
          state: 'stopped',
          imageFile: `${programFiles}\\Kaspersky Total Security 21.3\\avp.exe`,
          imageExists: false,
        },
        {
          name: 'klif.K4W-21-3',
          kind: 'kernelDriver',
          state: 'stopped',
          imageFile: `${drivers}\\K4W-21-3\\klif.sys`,
        },
        {
          name: 'klif.K4W-21-25',
          kind: 'kernelDriver',
          imageFile: `${drivers}\\K4W-21-25\\klif.sys`,
        },
      ],
      vendorFolders: [{ path: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.3' }],
    };
    expect(parts(home('21.25.8.1'), remains)).toEqual([
      'kaspersky-for-windows@avp21.25 installed: klif.K4W-21-25',
      'kaspersky-total-security@avp21.3 leftover: AVP21.3, klif.K4W-21-3, AVP21.3',
    ]);
  });

  it('proves nothing about an installed product, and is told apart by the folder too', () => {
    const bare: InventoryFacts = {
      programs: [
        {
          keyName: 'Kaspersky',
          displayName: 'Kaspersky',
          publisher: null,
          displayVersion: null,
          installLocation: `${programFiles}\\Kaspersky 21.25`,
        },
      ],
    };
    const findings = detect(inventoryOf(merge(bare, key('AVP21.3'))));
    expect(findings.map(({ id, confidence }) => `${id} ${confidence}`)).toEqual([
      `kaspersky-for-windows@${programFiles.toLowerCase()}\\kaspersky 21.25 hint`,
      'kaspersky-home-antivirus@avp21.3 hint',
    ]);
  });

  it('is still described by its own key when it shares a folder with the installed product', () => {
    const folder = `${programFiles}\\Kaspersky Endpoint Security for Windows`;
    const current = msi({
      code: codes.kes,
      name: 'Kaspersky Endpoint Security for Windows',
      version: '11.6.0.394',
    });
    const withFolder: InventoryFacts = {
      ...current,
      programs: current.programs!.map((each) => ({ ...each, installLocation: folder })),
    };
    const stale: InventoryFacts = {
      vendorKeys: [
        {
          key: `${vendorRoot}\\protected\\KES10SP2\\environment`,
          values: {
            ProductName: 'Kaspersky Endpoint Security 10',
            ProductVersion: '10.3',
            ProductRoot: folder,
          },
        },
      ],
    };
    expect(parts(withFolder, stale)).toEqual(
      [
        'kaspersky-endpoint-security@kes10sp2 leftover: environment',
        `${installedEndpoint} `,
      ].toSorted(),
    );
  });
});
