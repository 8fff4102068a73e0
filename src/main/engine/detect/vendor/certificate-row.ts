import type { Certificate } from '../../../../shared/domain/inventory/certificates.ts';
import { certificates, type CertificateRow } from '../../../catalog/certificates.ts';

/** The row of a root certificate. Exact name, and issued by itself: anything else is another certificate. */
export function certificateRow(certificate: Certificate): CertificateRow | null {
  if (certificate.issuer !== certificate.subject) return null;
  const name = commonNameOf(certificate);
  return certificates.find(({ commonName }) => commonName === name) ?? null;
}

function commonNameOf(certificate: Certificate): string | null {
  return (
    /(?:^|,\s*)CN=(?:"([^"]*)"|([^,]*))/
      .exec(certificate.subject)
      ?.slice(1)
      .find(Boolean)
      ?.trim() ?? null
  );
}
