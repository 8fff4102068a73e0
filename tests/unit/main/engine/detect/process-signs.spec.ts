import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import type { FileFact } from '../../../../../src/shared/domain/inventory/files.ts';
import { inventoryOf, signedBy } from '../../../../support/inventory-builder.ts';
import { programFiles } from '../../../../support/kaspersky-machines.ts';

/** What a machine on which one program runs, and nothing else is known, is found to have. */
function found(path: string | null, name = 'avp.exe', file: Partial<FileFact> | null = null) {
  const files = path === null || file === null ? [] : [{ path, ...file }];
  return detect(inventoryOf({ processes: [{ name, path, pid: 7 }], files })).map(
    ({ state, confidence, evidence }) => `${state} ${confidence} ${evidence[0]?.strength ?? ''}`,
  );
}

const own = `${programFiles}\\Kaspersky 21.25\\avp.exe`;
const elsewhere = 'C:\\Tools\\avp.exe';
const vendors = { signature: signedBy('AO Kaspersky Lab') };
const acmes = { signature: signedBy('Acme') };

describe('a running program', () => {
  it.each([
    ['of the vendor, in its place', own, vendors, 'installed proven support'],
    ['in the place of the vendor', own, null, 'installed hint support'],
    [
      'in its place by its short name',
      'C:\\PROGRA~1\\KASPER~1\\KASPER~1.0\\avp.exe',
      null,
      'installed hint support',
    ],
    ['of the vendor, elsewhere', elsewhere, vendors, 'installed hint support'],
    ['of which nobody knows the place', null, null, 'installed hint hint'],
  ])('is a sign: %s', (_what, path, file, expected) => {
    expect(found(path, 'avp.exe', file)).toEqual([expected]);
  });

  it.each([
    ['of another maker, in the place of the vendor', own, 'avp.exe', acmes],
    ['of another maker, elsewhere', elsewhere, 'avp.exe', acmes],
    ['that only has a name of the vendor', elsewhere, 'avp.exe', null],
    ['in a folder that only mentions the vendor', 'C:\\My Kaspersky Lab\\x.exe', 'x.exe', null],
    [
      'in a short name that is not the vendor’s',
      'C:\\PROGRA~1\\KASPAR~1\\X\\avp.exe',
      'avp.exe',
      null,
    ],
    ['in a short name, of another maker', 'C:\\PROGRA~1\\KASPER~1\\X\\avp.exe', 'avp.exe', acmes],
    ['of Kingsoft', 'C:\\Program Files\\kingsoft\\avp.exe', 'avp.exe', null],
    ['that is known to be of Kingsoft', 'C:\\x\\kavstart.exe', 'kavstart.exe', null],
    ['of an innocent name and place', 'C:\\Windows\\notepad.exe', 'notepad.exe', null],
  ])('is none: %s', (_what, path, name, file) => {
    expect(found(path, name, file)).toEqual([]);
  });

  it('of an unknown name is one in a folder of a product, and none where another maker signed it', () => {
    const path = `${programFiles}\\Kaspersky 21.25\\helper.exe`;
    expect([found(path, 'helper.exe').length, found(path, 'helper.exe', acmes)]).toEqual([1, []]);
  });

  it('of an unknown name that the vendor signed is a tool where nothing is installed, and only there', () => {
    const claimed = { companyName: 'AO Kaspersky Lab' };
    const altered = { ...claimed, signature: { ...vendors.signature, status: 'invalid' as const } };
    expect([
      found('C:\\KUU\\UpdateUtility.exe', 'UpdateUtility.exe', vendors),
      found('C:\\KUU\\UpdateUtility.exe', 'UpdateUtility.exe', claimed),
      found('C:\\KUU\\UpdateUtility.exe', 'UpdateUtility.exe', altered),
      found('C:\\Program Files\\Acme\\scan.exe', 'scan.exe', vendors),
      found('C:\\Program Files\\Common Files\\Acme\\scan.exe', 'scan.exe', vendors),
      found(
        'C:\\Program Files\\Common Files\\Kaspersky_Cleaner\\cleaner.exe',
        'cleaner.exe',
        vendors,
      ),
      found(
        'C:\\Program Files\\Common Files\\Kaspersky_Cleaner\\cleaner.exe',
        'cleaner.exe',
        acmes,
      ),
    ]).toEqual([['portable hint hint'], [], [], [], [], ['portable hint hint'], []]);
  });
});
