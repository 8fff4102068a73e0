import { message } from '../../../../shared/domain/message.ts';
import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { Certificate } from '../../../../shared/domain/inventory/certificates.ts';
import { parseCertificateBlob } from '../../formats/certificate/parse-certificate-blob.ts';
import { readCertificate } from '../../formats/certificate/read-certificate.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { SectionReader } from './reader/section-reader.ts';
import { userHives } from './reader/user-hives.ts';

const store = 'CurrentUser\\Root';
/** Microsoft: win32 docs, "System Store Locations". */
const place = 'Software\\Microsoft\\SystemCertificates\\Root\\Certificates';

/**
 * The root certificates that persons trust by themselves, besides those of the machine, and whose subject contains one
 * of the hints. Each person's hive is looked at, loaded or not.
 */
export function collectPersonalRoots(
  registry: Registry,
  hints: readonly string[],
): Inventory['certificates'] {
  const reader = new SectionReader(registry);
  const items = userHives(reader).flatMap((sid) =>
    reader.children(`HKU\\${sid}\\${place}`).flatMap((key) => {
      const found = certificateOf(key, hints);
      if (typeof found === 'object') return [{ ...found, userSid: sid }];
      if (found === 'damaged') reader.addGap(damaged(key));
      return [];
    }),
  );
  return reader.section(items);
}

type Found = Omit<Certificate, 'userSid'> | 'damaged' | 'notOfInterest';

function certificateOf({ values }: RegistryKey, hints: readonly string[]): Found {
  const blob = values.get('blob');
  // What is left of a certificate that was deleted has no value.
  if (blob === undefined) return 'notOfInterest';
  const der = blob.data instanceof Uint8Array ? parseCertificateBlob(blob.data) : null;
  if (der === null) return 'damaged';
  // Whatever cannot hold a hint need not be understood; some old roots are built in ways that not all readers accept.
  if (!mayMention(der, hints)) return 'notOfInterest';
  const certificate = readCertificate(der);
  if (certificate === null) return 'damaged';
  const subject = certificate.subject.toLowerCase();
  return hints.some((hint) => subject.includes(hint.toLowerCase()))
    ? { store, firefoxProfile: null, ...certificate }
    : 'notOfInterest';
}

/** Text in a certificate has one byte for a Latin letter, or two with the higher one first. */
function mayMention(der: Buffer, hints: readonly string[]): boolean {
  const text = der.toString('latin1').toLowerCase();
  const narrow = text.replaceAll('\0', '');
  return hints.some((hint) => [text, narrow].some((each) => each.includes(hint.toLowerCase())));
}

function damaged({ path }: RegistryKey) {
  return {
    subject: path,
    reason: 'corrupt',
    detail: message('gap.damagedCertificate'),
    needsAdministrator: false,
  } as const;
}
