import { der, derContent, type DerElement, derElements } from './der.ts';

/** The names in the certificate of a signer. */
export interface SignerNames {
  /** Its common name. */
  readonly subject: string | null;
  readonly organization: string | null;
}

/**
 * Whose certificate the first signer of a signed message names (RFC 2315, `SignedData`); null when the message is damaged,
 * built in another way or does not hold that certificate. Nothing of it is checked: anybody can write any name there.
 */
export function readSigner(message: Buffer): SignerNames | null {
  const [outer] = derElements(message);
  const explicit = derContent(within(outer, der.sequence), der.context0);
  const signed = explicit === null ? [] : within(derElements(explicit)[0], der.sequence);
  const signers = signed.at(-1);
  const [signer] = within(signers, der.set);
  const [issuer, serial] = within(within(signer, der.sequence)[1], der.sequence);
  if (issuer === undefined || serial === undefined) return null;
  const certificates = derContent(signed, der.context0);
  for (const certificate of certificates === null ? [] : derElements(certificates)) {
    const named = namesIn(certificate);
    if (named !== null && named.issuer.equals(issuer.whole) && named.serial.equals(serial.content))
      return named.names;
  }
  return null;
}

interface Certificate {
  readonly issuer: Buffer;
  readonly serial: Buffer;
  readonly names: SignerNames;
}

/** RFC 5280, `TBSCertificate`: version, number, algorithm, issuer, validity, subject. */
function namesIn(certificate: DerElement): Certificate | null {
  const [signed] = within(certificate, der.sequence);
  const parts = within(signed, der.sequence);
  const [number, , issuer, , subject] = parts[0]?.tag === der.context0 ? parts.slice(1) : parts;
  if (number?.tag !== der.integer || issuer === undefined || subject === undefined) return null;
  return {
    issuer: issuer.whole,
    serial: number.content,
    names: { subject: nameIn(subject, commonName), organization: nameIn(subject, organization) },
  };
}

/** 2.5.4.3 and 2.5.4.10. */
const commonName = Buffer.from([0x55, 0x04, 0x03]);
const organization = Buffer.from([0x55, 0x04, 0x0a]);

/** A name is a row of sets of pairs of an identifier and a text. */
function nameIn(name: DerElement, identifier: Buffer): string | null {
  for (const set of within(name, der.sequence)) {
    for (const pair of within(set, der.set)) {
      const [kind, text] = within(pair, der.sequence);
      if (kind?.tag === der.identifier && kind.content.equals(identifier)) return textOf(text);
    }
  }
  return null;
}

const bmpString = 0x1e;

/** The kinds of text that a name may have. T.61 is read as Latin-1, as everybody does. */
const encodings: Readonly<Record<number, BufferEncoding>> = {
  0x0c: 'utf8',
  0x13: 'latin1',
  0x14: 'latin1',
  0x16: 'latin1',
};

function textOf(element: DerElement | undefined): string | null {
  if (element === undefined) return null;
  const { tag, content } = element;
  if (tag === bmpString) {
    const even = Buffer.from(content.subarray(0, content.length - (content.length % 2)));
    return even.swap16().toString('utf16le');
  }
  const encoding = encodings[tag];
  return encoding === undefined ? null : content.toString(encoding);
}

function within(element: DerElement | undefined, tag: number): readonly DerElement[] {
  return element?.tag === tag ? derElements(element.content) : [];
}
