/** Two self-signed root certificates, made for the tests with OpenSSL; their keys were thrown away. */
export const rootCertificates = {
  /** `O=AO Kaspersky Lab, CN=Kaspersky Anti-Virus Personal Root Certificate` */
  kaspersky: {
    thumbprint: '8032D587B88903655074C9F0F1B3725734BB449B',
    der: Buffer.from(
      'MIIB/DCCAaOgAwIBAgIUcuziUhDBexB3qAe+jBo19KZuB40wCgYIKoZIzj0EAwIwVDEZMBcGA1UECgwQQU8gS2Fz' +
        'cGVyc2t5IExhYjE3MDUGA1UEAwwuS2FzcGVyc2t5IEFudGktVmlydXMgUGVyc29uYWwgUm9vdCBDZXJ0aWZpY2F0' +
        'ZTAeFw0yNjExMjMyMDQ4MDJaFw00NjExMTgyMDQ4MDJaMFQxGTAXBgNVBAoMEEFPIEthc3BlcnNreSBMYWIxNzA1' +
        'BgNVBAMMLkthc3BlcnNreSBBbnRpLVZpcnVzIFBlcnNvbmFsIFJvb3QgQ2VydGlmaWNhdGUwWTATBgcqhkjOPQIB' +
        'BggqhkjOPQMBBwNCAAQ+cZ+58K9FV1LFvZEaXSuorZwmgwsTItvHJZ++3HQtM1QgqMXTJMd/i8TyxtMU+7/2hjvk' +
        'NFCCl8PCN29jBo7Eo1MwUTAdBgNVHQ4EFgQUYCyVK7s9VhPHeyDAIFWx6WGlvaIwHwYDVR0jBBgwFoAUYCyVK7s9' +
        'VhPHeyDAIFWx6WGlvaIwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiA6utveU1Ak0aolhchqoKC4' +
        'OzhvI2HKVgfei7LxILonbwIgIq2xV5Ul9kqWGIKAwdOXal17pFaABOtv2oz46tpssR8=',
      'base64',
    ),
  },
  /** `O=Innocent Software GmbH, CN=Innocent Root, "the first"` */
  innocent: {
    thumbprint: 'E7B46C7984DAD75B17EF0A481D5960ED2414473F',
    der: Buffer.from(
      'MIIB4DCCAYegAwIBAgIUBEgOhe0pCd2zaxRLJHJImJkKW/8wCgYIKoZIzj0EAwIwRjEfMB0GA1UECgwWSW5ub2Nl' +
        'bnQgU29mdHdhcmUgR21iSDEjMCEGA1UEAwwaSW5ub2NlbnQgUm9vdCwgInRoZSBmaXJzdCIwHhcNMjYxMTIzMjA0' +
        'ODAyWhcNNDYxMTE4MjA0ODAyWjBGMR8wHQYDVQQKDBZJbm5vY2VudCBTb2Z0d2FyZSBHbWJIMSMwIQYDVQQDDBpJ' +
        'bm5vY2VudCBSb290LCAidGhlIGZpcnN0IjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDk/JCL/STd8i8bB5Z51' +
        't5ar2kR1T4aFB7pMGpdyb6Jjryb21pOP2CnM8j1THRb1KX8ZnlGQEhCyvzl4oqL8smyjUzBRMB0GA1UdDgQWBBSz' +
        '1FTxxIq8uxPn7HoJrPaPnAPWUzAfBgNVHSMEGDAWgBSz1FTxxIq8uxPn7HoJrPaPnAPWUzAPBgNVHRMBAf8EBTAD' +
        'AQH/MAoGCCqGSM49BAMCA0cAMEQCIEgCYnTe+92rtVLsJfHjP/NhLkOZfKHb/WvYYcp+pQz0AiA1Dh2dEDPuNaPV' +
        'Wi4ouXILvKvXs75gqIErGfqedxuQbg==',
      'base64',
    ),
  },
} as const;

/** A value as Windows stores a certificate in the registry: its thumbprint, then the certificate. */
export function certificateBlob({
  thumbprint,
  der,
}: {
  readonly thumbprint: string;
  readonly der: Buffer;
}): Buffer {
  return Buffer.concat([blobElement(3, Buffer.from(thumbprint, 'hex')), blobElement(32, der)]);
}

/** An element of such a value: its number, encoding 1, length, bytes. */
export function blobElement(id: number, data: Buffer, encoding = 1): Buffer {
  const header = Buffer.alloc(12);
  [id, encoding, data.length].forEach((number, index) => header.writeUInt32LE(number, 4 * index));
  return Buffer.concat([header, data]);
}
