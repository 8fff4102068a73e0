import { readTable, type Row } from '../sqlite/read-table.ts';

/**
 * The encoded certificates that a store of Mozilla's NSS (`cert9.db`, as of Firefox 58) trusts to vouch for servers;
 * null when it cannot be read. The store keeps objects of PKCS #11 in a table, one attribute a column: the certificate,
 * and beside it, tied by issuer and serial number, how far it is trusted.
 */
export function trustedRoots(store: Buffer): readonly Buffer[] | null {
  const objects = readTable(store, 'nssPublic');
  if (objects === null) return null;
  const trusted = new Set(objects.filter(isTrusted).map(identityOf));
  return objects
    .filter((object) => hexOf(object, 'a0') === certificateClass && trusted.has(identityOf(object)))
    .flatMap((object) => {
      const der = object.get('a11');
      return der instanceof Buffer ? [der] : [];
    });
}

/** `CKO_CERTIFICATE`. PKCS #11 2.40, `CKA_CLASS` (a0), `CKA_VALUE` (a11), `CKA_ISSUER` (a81), `CKA_SERIAL_NUMBER` (a82). */
const certificateClass = '00000001';

/**
 * `CKA_TRUST_SERVER_AUTH` with `CKT_NSS_TRUSTED_DELEGATOR` (NSS, `pkcs11n.h`), or with `CKT_TRUST_ANCHOR` (PKCS #11
 * 3.2), which newer versions of NSS write.
 */
const trust: readonly (readonly [attribute: string, value: string])[] = [
  ['ace536358', 'ce534352'],
  ['a62c', '00000002'],
];

function isTrusted(object: Row): boolean {
  return trust.some(([attribute, value]) => hexOf(object, attribute) === value);
}

function identityOf(object: Row): string {
  return `${hexOf(object, 'a81')}:${hexOf(object, 'a82')}`;
}

function hexOf(object: Row, attribute: string): string {
  const value = object.get(attribute);
  return value instanceof Buffer ? value.toString('hex') : '';
}
