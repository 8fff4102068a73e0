import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCertificateBlob } from '../../../../../../src/main/machine/formats/certificate/parse-certificate-blob.ts';
import { readCertificate } from '../../../../../../src/main/machine/formats/certificate/read-certificate.ts';
import {
  blobElement,
  certificateBlob,
  rootCertificates,
} from '../../../../../support/root-certificates.ts';

const { kaspersky, innocent } = rootCertificates;
const element = blobElement(32, kaspersky.der);
const pem = Buffer.from(`-----BEGIN CERTIFICATE-----\n${kaspersky.der.toString('base64')}`);

describe('the value of a certificate store', () => {
  it('gives the certificate, whatever properties come with it', () => {
    const blobs = [
      certificateBlob(kaspersky),
      element,
      Buffer.concat([element, blobElement(11, Buffer.from('name'))]),
    ];
    expect(blobs.map((blob) => parseCertificateBlob(blob)?.equals(kaspersky.der))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each<[string, Buffer]>([
    ['is empty', Buffer.alloc(0)],
    ['holds no certificate', blobElement(3, Buffer.from(kaspersky.thumbprint, 'hex'))],
    ['holds two', Buffer.concat([element, blobElement(32, innocent.der)])],
    ['has bytes after the last element', Buffer.concat([element, Buffer.from([0])])],
    ['breaks off', element.subarray(0, -1)],
    ['breaks off in a header', certificateBlob(kaspersky).subarray(0, 40)],
    ['names another encoding', blobElement(32, kaspersky.der, 2)],
    ['promises more than there is', blobElement(32, kaspersky.der.subarray(0, -1))],
    ['has bytes after the certificate', blobElement(32, Buffer.concat([kaspersky.der, pem]))],
    ['holds a certificate in text form', blobElement(32, pem)],
    ['is a bare certificate', kaspersky.der],
    ['has an endless length', blobElement(32, Buffer.from([0x30, 0x80, 0, 0]))],
  ])('is damaged when it %s', (_, blob) => {
    expect(parseCertificateBlob(blob)).toBe(null);
  });

  it('never breaks down, and what it gives is one whole sequence from the value', () => {
    const anyBlob = fc.oneof(
      fc.uint8Array({ maxLength: 64 }),
      fc
        .record({
          at: fc.nat({ max: certificateBlob(kaspersky).length - 1 }),
          byte: fc.nat({ max: 255 }),
          length: fc.nat({ max: certificateBlob(kaspersky).length }),
        })
        .map(({ at, byte, length }) => {
          const blob = certificateBlob(kaspersky);
          blob[at] = byte;
          return blob.subarray(0, length);
        }),
    );
    fc.assert(
      fc.property(anyBlob, (bytes) => {
        const der = parseCertificateBlob(bytes);
        if (der === null) return;
        expect(der[0]).toBe(0x30);
        expect(Buffer.from(bytes).includes(der)).toBe(true);
        readCertificate(der);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a certificate', () => {
  it('is told as Windows tells it: the most specific name first, odd values quoted', () => {
    const own = 'CN="Innocent Root, ""the first""", O=Innocent Software GmbH';
    expect(readCertificate(innocent.der)).toEqual({
      thumbprint: innocent.thumbprint,
      subject: own,
      issuer: own,
      notAfter: '2046-11-18T20:48:02.000Z',
    });
  });

  it('is nothing when it is damaged', () => {
    expect(readCertificate(Buffer.from([0x30, 0]))).toBe(null);
  });
});
