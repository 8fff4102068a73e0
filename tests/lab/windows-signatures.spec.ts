import { message } from '../../src/shared/domain/message.ts';
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileFact } from '../../src/shared/domain/inventory/files.ts';
import type { Section } from '../../src/shared/domain/section.ts';
import type { Inventory } from '../../src/shared/domain/inventory.ts';
import { ensureCertificates } from './support/certificates.ts';
import { command } from './support/command.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { runScript } from './support/lab-scripts.ts';
import { newMachine, noLab } from './support/lab-spec.ts';

describe.skipIf(noLab)('signatures', () => {
  test('tell apart signed, changed, unsigned, self-signed and missing files, and leave servers alone', async () => {
    const machine = await newMachine();
    const signedFile = join(machine.lab.fixtures, 'kes', 'avp.exe');
    const signed = await readFile(signedFile);
    const tampered = Buffer.from(signed);
    tampered.writeUInt8(tampered.readUInt8(0x400) ^ 0xff, 0x400);
    await machine.writeFile('C:\\t\\signed.exe', signed);
    await machine.writeFile('C:\\t\\tampered.exe', tampered);
    await machine.writeFile('C:\\t\\text.exe', 'not a program');
    await signByStranger(signedFile, machine.toLinux('C:\\t\\stranger.exe'));
    const paths = [
      ...['signed', 'tampered', 'text', 'stranger', 'missing'].map((name) => `C:\\t\\${name}.exe`),
      '%SystemRoot%\\notepad.exe',
      '\\\\server\\share\\far.exe',
    ];
    const facts = (await runScript(machine, 'read-signatures', paths)) as Section<FileFact>;
    expect(
      facts.items.map(({ path, exists, signature }) => [
        path,
        exists,
        signature?.status,
        signature?.organization,
      ]),
    ).toEqual([
      ['C:\\t\\signed.exe', true, 'valid', 'AO Kaspersky Lab'],
      ['C:\\t\\tampered.exe', true, 'invalid', 'AO Kaspersky Lab'],
      ['C:\\t\\text.exe', true, 'unsigned', null],
      ['C:\\t\\stranger.exe', true, 'untrusted', 'AO Kaspersky Lab'],
      ['C:\\t\\missing.exe', false, undefined, undefined],
      ['%SystemRoot%\\notepad.exe', true, 'unsigned', null],
    ]);
    expect(await deepScan(machine, 'C:\\t')).toEqual([
      ['C:\\t\\signed.exe', 'AO Kaspersky Lab', 'valid'],
      ['C:\\t\\stranger.exe', 'AO Kaspersky Lab', 'untrusted'],
      ['C:\\t\\tampered.exe', 'AO Kaspersky Lab', 'invalid'],
    ]);
    const root = await readFile(join(await ensureCertificates(), 'root.pem'));
    expect(await runScript(machine, 'read-chain', { path: 'C:\\t\\signed.exe' })).toEqual({
      code: 0,
      state: 'trusted',
      end: new X509Certificate(root).fingerprint.replaceAll(':', '').toLowerCase(),
      year: expect.toSatisfy((year) => year >= 2026),
      // For one issuer Windows is let look for a root once.
      asked: [true, false],
    });
    expect(facts.gaps).toEqual([
      {
        subject: '\\\\server\\share\\far.exe',
        reason: 'notCollected',
        detail: message('gap.notLocal'),
        needsAdministrator: false,
      },
    ]);
  });
});

/** What a deep scan of a folder finds: path, who signed by the file's own account, and what Windows says of that. */
async function deepScan(machine: LabMachine, folder: string) {
  const { stdout } = await machine.cutover(['inventory', '--deep-in', folder, '--json']);
  const { inventory } = JSON.parse(stdout) as { inventory: Inventory };
  return inventory.executables.items.map(({ path, signer, signature }) => [
    path,
    signer?.organization,
    signature?.status,
  ]);
}

/** Signs with a certificate that claims to be the vendor's, made by nobody this Windows trusts. */
async function signByStranger(source: string, target: string): Promise<void> {
  const certificates = await ensureCertificates();
  const [certificate, key] = [
    join(certificates, 'personal.pem'),
    join(certificates, 'personal.key'),
  ];
  await command('osslsigncode', ['remove-signature', '-in', source, '-out', `${target}.plain`]);
  await command('osslsigncode', [
    'sign',
    '-certs',
    certificate,
    '-key',
    key,
    '-h',
    'sha256',
    '-in',
    `${target}.plain`,
    '-out',
    target,
  ]);
}
