import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../../../../src/main/machine/formats/certificate/read-certificate.ts';
import { trustedRoots } from '../../../../../../src/main/machine/formats/nss/trusted-roots.ts';
import { rootCertificates } from '../../../../../support/root-certificates.ts';

const { kaspersky, innocent } = rootCertificates;

/** Made with `certutil` of NSS 3.87 from the two root certificates of the tests: the first trusted, the second not. */
const store = join(import.meta.dirname, '../../../../../support/fixtures/nss/cert9.db');

function storeOf(trust: {
  readonly column: string;
  readonly value: string;
  readonly serial?: string;
}): Buffer {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE TABLE nssPublic (id PRIMARY KEY, a0, a11, a81, a82, ${trust.column})`);
  const insert = database.prepare('INSERT INTO nssPublic VALUES (?, ?, ?, ?, ?, ?)');
  const hex = (text: string) => Buffer.from(text, 'hex');
  insert.run(1, hex('00000001'), kaspersky.der, hex('aa'), hex('01'), null);
  insert.run(2, hex('ce534353'), null, hex('aa'), hex(trust.serial ?? '01'), hex(trust.value));
  const bytes = Buffer.from(database.serialize());
  database.close();
  return bytes;
}

const count = (bytes: Buffer) => trustedRoots(bytes)?.length;

describe('trustedRoots', () => {
  it('finds in a store of Firefox what is trusted to vouch for servers, and nothing else', () => {
    const found = trustedRoots(readFileSync(store))?.map((der) => readCertificate(der)?.thumbprint);
    expect(found).toEqual([kaspersky.thumbprint]);
    expect(readFileSync(store).includes(innocent.der)).toBe(true);
  });

  it('takes the trust as older and newer versions of NSS write it, and only of the same certificate', () => {
    expect([
      count(storeOf({ column: 'ace536358', value: 'ce534352' })),
      count(storeOf({ column: 'a62c', value: '00000002' })),
      count(storeOf({ column: 'ace536358', value: 'ce534353' })),
      count(storeOf({ column: 'a62c', value: '00000003' })),
      count(storeOf({ column: 'ace536358', value: 'ce534352', serial: '02' })),
    ]).toEqual([1, 1, 0, 0, 0]);
  });

  it('tells a store that cannot be read from an empty one', () => {
    expect(trustedRoots(Buffer.from('not a store'))).toBeNull();
  });
});
