import type { Cited } from './row.ts';

/** A root certificate by the common name of its subject. It is its own issuer, made on each machine. */
export interface CertificateRow extends Cited {
  readonly commonName: string;
  readonly products: readonly string[];
}

export const certificates: readonly CertificateRow[] = [
  {
    commonName: 'Kaspersky Anti-Virus Personal Root Certificate',
    products: ['kaspersky-for-windows', 'kaspersky-home-antivirus'],
    confidence: 'H',
    sources: ['fieldScripts'],
  },
  {
    commonName: 'Kaspersky Endpoint Security Personal Certification Authority',
    products: ['kaspersky-endpoint-security'],
    confidence: 'M',
    sources: ['fieldNotes'],
  },
];
