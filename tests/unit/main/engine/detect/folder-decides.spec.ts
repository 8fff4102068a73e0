import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';
import { codes, msi, programFiles } from '../../../../support/kaspersky-machines.ts';

const found = (facts: InventoryFacts) =>
  detect(inventoryOf(facts)).map(
    ({ productId, state, parts }) =>
      `${productId} | ${state} | ${[...parts.services, ...parts.processes].join(', ')}`,
  );
const service = (name: string, folder: string) => ({
  name,
  imageFile: `${programFiles}\\${folder}\\${name}.exe`,
});
const kes = msi({
  code: codes.kes,
  name: 'Kaspersky Endpoint Security for Windows',
  version: '12.1.0.506',
});

describe('the folder a program lies in', () => {
  it.each([
    ['AVP', 'Kaspersky Internet Security 2011', 'kaspersky-internet-security'],
    [
      'AVP',
      'Kaspersky Anti-Virus 6.0 for Windows Servers',
      'kaspersky-anti-virus-for-file-servers',
    ],
    ['AVP21.24', 'Kaspersky Small Office Security 21.24', 'kaspersky-small-office-security'],
    ['AVP21.24', 'Kaspersky 21.24', 'kaspersky-for-windows'],
    ['klpsm', 'KES.14.1.0', 'kaspersky-endpoint-security'],
    ['newservice', 'Kaspersky Something New 3.0', 'kaspersky-other'],
  ])('decides over the name of the service: %s in %s', (name, folder, productId) => {
    expect(found({ services: [service(name, folder)] })).toEqual([
      `${productId} | installed | ${name}`,
    ]);
  });

  it('shows a running program that no table knows', () => {
    const path = `${programFiles}\\Kaspersky Safe Kids 23.0\\safekids.exe`;
    const processes = [{ name: 'safekids.exe', path }];
    const files = [{ path, signature: signedBy('Acme') }];
    expect([found({ processes }), found({ processes, files })]).toEqual([
      ['kaspersky-safe-kids | installed | 1000'],
      [],
    ]);
  });

  it('leads to a product that was registered without one', () => {
    const processes = [{ name: 'a.exe', path: `${programFiles}\\KES.12.1.0\\a.exe` }];
    expect(found({ ...kes, processes, services: [service('klpsm', 'KES.12.1.0')] })).toEqual([
      'kaspersky-endpoint-security | installed | klpsm, 1000',
    ]);
  });

  it('counts where Windows Installer put the product, whatever it is called, and nowhere near', () => {
    const installerProducts = kes.installerProducts!.map((each) => ({
      ...each,
      installLocation: 'D:\\Security\\KES\\',
    }));
    const at = (folder: string) => ({
      installerProducts,
      services: [{ name: 'AVP.KES.21.9', imageFile: `${folder}\\avp.exe` }],
    });
    expect([found(at('D:\\Security\\KES')), found(at('D:\\Security'))]).toEqual([
      ['kaspersky-endpoint-security | installed | AVP.KES.21.9'],
      ['kaspersky-endpoint-security | installed | '],
    ]);
  });

  it('shows what a task of nobody else starts', () => {
    const task = (folder: string) => ({
      scheduledTasks: [{ actions: [{ execute: `${folder}\\a.exe`, arguments: '' }] }],
    });
    expect([
      found(task(`${programFiles}\\Kaspersky Total Security 21.3`)),
      found(task(`${programFiles} Fans\\Kaspersky Total Security 21.3`)),
    ]).toEqual([['kaspersky-total-security | leftover | '], []]);
  });
});
