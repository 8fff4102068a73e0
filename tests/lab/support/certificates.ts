import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOnce } from './build-once.ts';
import { command } from './command.ts';
import { labCache, labVersion } from './lab-paths.ts';

/** Organisations the lab signs as. */
export const signers = {
  kaspersky: 'AO Kaspersky Lab',
  innocent: 'Innocent Software GmbH',
  microsoft: 'Microsoft Corporation',
} as const;
export type Signer = keyof typeof signers;

/** Self-signed certificates: the lab's own, and the one a home product makes to read encrypted connections. */
const roots = {
  root: '/O=Cutover Lab/CN=Cutover Lab Root',
  personal: '/O=AO Kaspersky Lab/CN=Kaspersky Anti-Virus Personal Root Certificate',
} as const;

/** A folder with the lab's root certificate and one certificate and key per signer. */
export async function ensureCertificates(): Promise<string> {
  const made = await buildOnce(join(labCache, `certificates-v${labVersion}`), async (folder) => {
    for (const [name, subject] of Object.entries(roots)) await makeRoot(folder, name, subject);
  });
  // A signer that came later needs no other root, with which every machine would have to be made anew.
  for (const name of Object.keys(signers) as Signer[])
    if (!existsSync(join(made, `${name}.pem`))) await makeLeaf(made, name);
  return made;
}

async function makeRoot(folder: string, name: string, subject: string): Promise<void> {
  await openssl(folder, [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '3650',
    '-subj',
    subject,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.pem`,
  ]);
  await openssl(folder, ['x509', '-in', `${name}.pem`, '-outform', 'der', '-out', `${name}.der`]);
}

async function makeLeaf(folder: string, name: Signer): Promise<void> {
  const subject = `/O=${signers[name]}/CN=${signers[name]}`;
  await openssl(folder, [
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    subject,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.csr`,
  ]);
  await writeFile(
    join(folder, 'leaf.ext'),
    'extendedKeyUsage=codeSigning\nkeyUsage=digitalSignature\n',
  );
  await openssl(folder, [
    'x509',
    '-req',
    '-in',
    `${name}.csr`,
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-CAcreateserial',
    '-days',
    '3650',
    '-extfile',
    'leaf.ext',
    '-out',
    `${name}.pem`,
  ]);
}

async function openssl(folder: string, args: readonly string[]): Promise<void> {
  await command('openssl', args, { cwd: folder });
}

/** Signs a PE or MSI file in place. */
export async function sign(certificates: string, signer: Signer, file: string): Promise<void> {
  const signed = `${file}.signed`;
  const [certificate, key] = [
    join(certificates, `${signer}.pem`),
    join(certificates, `${signer}.key`),
  ];
  await command('osslsigncode', [
    'sign',
    '-certs',
    certificate,
    '-key',
    key,
    '-h',
    'sha256',
    '-in',
    file,
    '-out',
    signed,
  ]);
  await command('mv', [signed, file]);
}

/**
 * Text for `reg import` that adds the certificate a home product makes to the roots Windows trusts. The products
 * add it for the whole machine; Wine drops roots it did not take from Linux there, but not those of the person.
 */
export async function personalRootReg(certificates: string): Promise<string> {
  const der = await readFile(join(certificates, 'personal.der'));
  const thumbprint = createHash('sha1').update(der).digest();
  // Wine reads only a certificate that comes with its own thumbprint (property 3), as Windows writes it.
  const hex = Buffer.concat([property(3, thumbprint), property(32, der)])
    .toString('hex')
    .replace(/..(?!$)/g, '$&,');
  const key = `HKEY_CURRENT_USER\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates\\${thumbprint.toString('hex').toUpperCase()}`;
  return `Windows Registry Editor Version 5.00\r\n\r\n[${key}]\r\n"Blob"=hex:${hex}\r\n`;
}

/** A property of a serialized certificate: its number, encoding 1, length, bytes. */
function property(id: number, data: Buffer): Buffer {
  const header = Buffer.alloc(12);
  [id, 1, data.length].forEach((number, index) => header.writeUInt32LE(number, 4 * index));
  return Buffer.concat([header, data]);
}
