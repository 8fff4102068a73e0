import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { proofBase } from '../../../../../src/main/engine/detect/prove.ts';
import { uninstallRoute } from '../../../../../src/main/engine/plan/uninstall-route.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { codes, msi } from '../../../../support/kaspersky-machines.ts';

const entry = {
  displayName: 'Kaspersky Endpoint Security for Windows',
  publisher: 'Kaspersky',
  windowsInstaller: true,
};
const other = '{BBBBBBBB-1111-2222-3333-444444444444}';

/** By which way the product of an entry is removed, or why by none. */
function routes(facts: InventoryFacts): readonly unknown[] {
  const inventory = inventoryOf(facts);
  const base = proofBase(inventory);
  return detect(inventory)
    .map((finding) => uninstallRoute(finding, base, defaultChoice))
    .map((route) =>
      route.ok
        ? route.action.kind === 'uninstallMsi' && route.action.productCode
        : JSON.stringify(route.explanation),
    );
}

const installed = (code: string, publisher: string) =>
  msi({ code, name: entry.displayName, version: '11', publisher }).installerProducts ?? [];

describe('a package that is handed in', () => {
  const programs = [{ ...entry, keyName: codes.kes, uninstallString: null }];
  const handedIn = (localPackageExists: boolean | null, packages?: readonly string[]) => {
    const [product] = installed(codes.kes, 'Kaspersky');
    const inventory = inventoryOf({
      programs,
      installerProducts: [{ ...product!, localPackageExists }],
    });
    const base = proofBase(inventory);
    const choice = { ...defaultChoice, ...(packages && { packages }) };
    return detect(inventory)
      .map((finding) => uninstallRoute(finding, base, choice))
      .map((route) => route.ok && 'handedIn' in route.action && route.action.handedIn?.files);
  };

  it('goes to the product of which Windows has lost its own, and to no other', () => {
    const files = ['C:\\kes.msi'];
    expect([handedIn(false, files), handedIn(true, files), handedIn(null, files)]).toEqual([
      [files],
      [false],
      [false],
    ]);
    expect([handedIn(false), handedIn(false, [])]).toEqual([[false], [false]]);
  });
});

describe('the way of a product that Windows Installer knows', () => {
  it('is its own code, if that is the vendor’s', () => {
    const programs = [
      { ...entry, keyName: codes.kes, uninstallString: `MsiExec.exe /X${codes.kes}` },
    ];
    expect([
      routes({ programs, installerProducts: installed(codes.kes, 'Kaspersky') }),
      routes({ programs, installerProducts: installed(codes.kes, 'Acme') }),
      routes({ programs }),
    ]).toEqual([
      [codes.kes],
      [expect.stringContaining('proof.foreignPublisher')],
      [expect.stringContaining('proof.unknownProduct')],
    ]);
  });

  it('is never the code of another product that its command names', () => {
    const programs = [{ ...entry, keyName: codes.kes, uninstallString: `MsiExec.exe /X${other}` }];
    const ofOther = msi({ code: other, name: 'Acme Office', version: '1', publisher: 'Acme' });
    const products = ofOther.installerProducts ?? [];
    const answers = routes({ programs, installerProducts: products });
    expect(answers).toEqual([expect.stringContaining('uninstaller.otherCode')]);
  });

  it('is none where its command names no code, or starts a program that is only called msiexec', () => {
    const answers = ['MsiExec.exe /X', 'C:\\Tools\\msiexec.exe /X' + codes.kes].map(
      (uninstallString) => routes({ programs: [{ ...entry, keyName: 'KES', uninstallString }] }),
    );
    expect(answers).toEqual([
      [expect.stringContaining('uninstaller.noCode')],
      [expect.stringContaining('uninstaller.')],
    ]);
  });
});
