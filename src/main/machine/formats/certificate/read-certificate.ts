import { createHash, X509Certificate } from 'node:crypto';
import type { Certificate } from '../../../../shared/domain/inventory/certificates.ts';

export type ReadCertificate = Pick<Certificate, 'thumbprint' | 'subject' | 'issuer' | 'notAfter'>;

/** What a DER-encoded certificate says, names written as Windows writes them; null when it is damaged. */
export function readCertificate(der: Buffer): ReadCertificate | null {
  try {
    const certificate = new X509Certificate(der);
    return {
      thumbprint: createHash('sha1').update(der).digest('hex').toUpperCase(),
      subject: windowsName(certificate.subject),
      issuer: windowsName(certificate.issuer),
      notAfter: isoDate(certificate.validTo),
    };
  } catch {
    return null;
  }
}

/**
 * Node writes a name one part a line, in the order of the certificate and escaped by RFC 2253; Windows the most
 * specific part first, separated by commas and quoted (Microsoft: win32 docs, `CertNameToStr`).
 */
function windowsName(name: string | undefined): string {
  return (name ?? '').split('\n').toReversed().map(windowsPart).join(', ');
}

function windowsPart(part: string): string {
  const [, attribute, escaped] = /^([^=]*=)(.*)$/s.exec(part) ?? [];
  if (attribute === undefined || escaped === undefined) return part;
  const value = unescaped(escaped);
  const isPlain = !/[,+="<>#;\r\n]|^\s|\s$/.test(value);
  return attribute + (isPlain ? value : `"${value.replaceAll('"', '""')}"`);
}

/** Only control characters are escaped by their number. */
function unescaped(text: string): string {
  return text.replace(/\\(?:([0-9A-F]{2})|(.))/gs, (_, code?: string, character?: string) =>
    code === undefined ? (character ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function isoDate(text: string): string | null {
  const date = new Date(text);
  return Number.isNaN(Number(date)) ? null : date.toISOString();
}
