import { der, type DerElement, derElements, derWithin } from './der.ts';

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
  const within = (element: DerElement | undefined, tag: number) => derWithin(message, element, tag);
  const [outer] = derElements(message, 0, message.length);
  const explicit = holder(within(outer, der.sequence));
  const signed = within(within(explicit, der.context0)[0], der.sequence);
  const [signer] = within(signed.at(-1), der.set);
  const [issuer, serial] = within(within(signer, der.sequence)[1], der.sequence);
  if (issuer === undefined || serial === undefined) return null;
  for (const certificate of within(holder(signed), der.context0)) {
    const facts = factsOf(message, certificate);
    if (facts === null || !isSame(message, facts.issuer, issuer)) continue;
    if (isSame(message, facts.serial, serial)) return namesIn(message, facts.subject);
  }
  return null;
}

function holder(elements: readonly DerElement[]): DerElement | undefined {
  return elements.find(({ tag }) => tag === der.context0);
}

/** RFC 5280, `TBSCertificate`: version, number, algorithm, issuer, validity, subject. */
function factsOf(message: Buffer, certificate: DerElement) {
  const [signed] = derWithin(message, certificate, der.sequence);
  const parts = derWithin(message, signed, der.sequence);
  const [serial, , issuer, , subject] = parts[0]?.tag === der.context0 ? parts.slice(1) : parts;
  if (serial?.tag !== der.integer || issuer === undefined || subject === undefined) return null;
  return { serial, issuer, subject };
}

function isSame(message: Buffer, one: DerElement, other: DerElement): boolean {
  return message.compare(message, one.at, one.to, other.at, other.to) === 0;
}

/** 2.5.4.3 and 2.5.4.10, as numbers. */
const commonName = 0x550403;
const organization = 0x55040a;

function namesIn(message: Buffer, subject: DerElement): SignerNames {
  return {
    subject: nameIn(message, subject, commonName),
    organization: nameIn(message, subject, organization),
  };
}

/** A name is a row of sets of pairs of an identifier and a text. */
function nameIn(message: Buffer, name: DerElement, identifier: number): string | null {
  for (const set of derWithin(message, name, der.sequence)) {
    for (const pair of derWithin(message, set, der.set)) {
      const [kind, text] = derWithin(message, pair, der.sequence);
      if (kind?.tag !== der.identifier || kind.to - kind.from !== 3) continue;
      if (message.readUIntBE(kind.from, 3) === identifier) return textOf(message, text);
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

function textOf(message: Buffer, element: DerElement | undefined): string | null {
  if (element === undefined) return null;
  const { tag, from, to } = element;
  if (tag === bmpString) {
    const even = Buffer.from(message.subarray(from, to - ((to - from) % 2)));
    return even.swap16().toString('utf16le');
  }
  const encoding = encodings[tag];
  return encoding === undefined ? null : message.toString(encoding, from, to);
}
