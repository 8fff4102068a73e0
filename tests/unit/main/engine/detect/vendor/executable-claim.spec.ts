import { describe, expect, it } from 'vitest';
import { claimOf } from '../../../../../../src/main/engine/detect/vendor/executable-claim.ts';
import type { Signature } from '../../../../../../src/shared/domain/inventory/files.ts';
import { inventoryOf, signedBy } from '../../../../../support/inventory-builder.ts';

type Status = Signature['status'];

/** What a program is taken for that names a company, is signed in some name, and of which Windows says this. */
function claimed(companyName: string | null, signer: string | null, status: Status | null) {
  const names = { subject: signer, organization: signer };
  const signature = status === null ? null : { ...signedBy(signer ?? ''), ...names, status };
  const { executables } = inventoryOf({
    executables: [
      { path: 'C:\\x.exe', companyName, signer: signer === null ? null : names, signature },
    ],
  });
  const [file] = executables.items;
  return file === undefined ? null : claimOf(file);
}

const vendor = 'AO Kaspersky Lab';
const other = 'Innocent Software';

describe('claimOf', () => {
  it.each<[string | null, string | null, Status | null, string]>([
    [vendor, vendor, 'valid', 'valid'],
    [null, vendor, 'valid', 'valid'],
    [other, 'Kaspersky Lab', 'valid', 'valid'],
    [vendor, 'Microsoft Corporation', 'valid', 'certified'],
    [vendor, other, 'valid', 'resigned'],
    ['Kaspersky Lab', null, 'unsigned', 'unsigned'],
    ['Kaspersky Lab', vendor, 'invalid', 'refused'],
    ['Kaspersky Lab', vendor, 'untrusted', 'refused'],
    ['Kaspersky Lab', null, null, 'notChecked'],
    [null, vendor, null, 'notChecked'],
    ['Лаборатория Касперского', null, null, 'notChecked'],
    [null, vendor, 'unknown', 'unknown'],
  ])('company %s, signed by %s, Windows says %s: %s', (company, signer, status, kind) => {
    expect(claimed(company, signer, status)?.kind).toBe(kind);
  });

  it.each<[string | null, string | null, Status | null]>([
    ['Kaspersky Fan Club', null, null],
    ['Kaspersky Fan Club', 'Kaspersky Fan Club', 'valid'],
    ['Friends of Kaspersky Lab', null, 'unsigned'],
    [other, 'Kaspersky Fan Club', null],
    // Anybody can sign in any name; nobody has to accept it.
    [other, vendor, 'untrusted'],
    [null, vendor, 'invalid'],
    // What Windows accepts is somebody else’s, whatever the file says of itself inside.
    [null, other, 'valid'],
    [null, null, 'unsigned'],
  ])('company %s, signed by %s, Windows says %s: somebody else’s', (company, signer, status) => {
    expect(claimed(company, signer, status)).toBe(null);
  });
});
