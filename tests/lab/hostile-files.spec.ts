import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { chmod, mkdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserExtensions } from '../../src/main/catalog/browser-extensions.ts';
import { packProductCode } from '../../src/main/machine/registry/packed-guid.ts';
import type { Inventory } from '../../src/shared/domain/inventory.ts';
import type { Result } from '../../src/shared/domain/run/result.ts';
import { ensureCertificates } from './support/certificates.ts';
import { command } from './support/command.ts';
import { removeOn } from './support/cutover-run.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { runScript } from './support/lab-scripts.ts';
import { newMachine, noLab } from './support/lab-spec.ts';

const marker = 'C:\\hostile-ran.txt';
/** Tells in the marker that it was started. */
const stranger = 'C:\\Program Files (x86)\\Kaspersky Lab\\Unquoted Path\\uninst.exe';
const uninstall = 'Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

const tasks = 'C:\\windows\\system32\\Tasks';
const olgasProfile =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\S-1-5-21-9-9-9-1009';

async function read(machine: LabMachine) {
  return (await runScript(machine, 'read-inventory', {})) as {
    readonly inventory: Inventory;
    /** Kilobytes of memory at most. */
    readonly peakKilobytes: number;
  };
}

function registry(key: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(
    ([name, value]) =>
      `"${name}"="${value.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`,
  );
  return `[${key}]\n${lines.join('\n')}\n`;
}

const head = 'Windows Registry Editor Version 5.00\n\n';

const kes = '{C9EF800D-54AA-4F60-AB96-5A3966550F53}';

describe.skipIf(noLab)('entries that a person made', () => {
  test('keep nothing of the machine from being removed, nor take its name from it', async () => {
    const machine = await newMachine();
    await machine.install('kes');
    const undisturbed = await planOn(machine);
    const values = { DisplayName: 'Kaspersky VPN', Publisher: 'Mallory' };
    await machine.importReg(
      `${head}${registry(`HKEY_CURRENT_USER\\${uninstall}\\${kes}`, values)}`,
    );
    const { steps } = await planOn(machine);
    expect([undisturbed.steps, steps]).toEqual([[kes], [kes]]);
  });
});

describe.skipIf(noLab)('a link in the registry of a person', () => {
  test('leads no change to another key', async () => {
    const machine = await newMachine();
    const invalidFunction = 1;
    expect(await runScript(machine, 'registry-links', {})).toMatchObject({
      made: 0,
      set: 0,
      through: {
        read: invalidFunction,
        write: invalidFunction,
        delete: invalidFunction,
        itself: invalidFunction,
      },
      plain: [{ path: '', values: [] }],
    });
  });
});

describe.skipIf(noLab)('files that somebody prepared', () => {
  test('of entries of one person, however large, are not looked at', async () => {
    const machine = await newMachine();
    const entries: string[] = [];
    for (let index = 0; index < 8; index++) {
      const path = `C:\\users\\Public\\big${index}.exe`;
      await machine.writeFile(path, 'MZ');
      await truncate(machine.toLinux(path), 400 * 2 ** 30);
      const values = { DisplayName: `Kaspersky ${index}`, UninstallString: path };
      entries.push(registry(`HKEY_CURRENT_USER\\${uninstall}\\x${index}`, values));
    }
    await machine.importReg(`${head}${entries.join('\n')}`);
    const { timedOut } = await machine.cutover(['scan'], { timeoutMs: 100_000 });
    expect(timedOut).toBe(false);
  }, 200_000);

  test('too large to be checked are left alone, and the others are checked all the same', async () => {
    const machine = await newMachine();
    await machine.writeFile('C:\\t\\large.exe', 'MZ');
    await truncate(machine.toLinux('C:\\t\\large.exe'), 400 * 2 ** 30);
    await machine.writeFile('C:\\t\\small.exe', 'not a program');
    const paths = ['C:\\t\\large.exe', 'C:\\t\\small.exe'];
    const facts = (await runScript(machine, 'read-signatures', paths)) as {
      readonly items: readonly { readonly signature: { readonly status: string } | null }[];
    };
    expect(facts.items.map(({ signature }) => signature?.status)).toEqual([undefined, 'unsigned']);
  });

  test('of more bytes than such a file has are left unread, and it is told', async () => {
    const machine = await newMachine();
    const sparse = async (path: string) => {
      await machine.writeFile(path, 'regf');
      await truncate(machine.toLinux(path), 600 * 2 ** 20);
    };
    const extension = browserExtensions[0]!.id;
    const hive = 'C:\\users\\olga\\NTUSER.DAT';
    const chrome =
      'C:\\users\\olga\\AppData\\Local\\Google\\Chrome\\User Data\\Default\\Extensions';
    const manifest = `${chrome}\\${extension}\\1.0\\manifest.json`;
    const firefox = 'C:\\users\\olga\\AppData\\Roaming\\Mozilla\\Firefox\\Profiles\\x\\cert9.db';
    const task = `${tasks}\\Large`;
    for (const path of [hive, manifest, firefox, task]) await sparse(path);
    await machine.importReg(
      `${head}${registry(olgasProfile, { ProfileImagePath: 'C:\\users\\olga' })}`,
    );
    const { inventory, peakKilobytes } = await read(machine);
    const { profiles, browserExtensions: extensions, certificates, scheduledTasks } = inventory;
    const tooLong = [profiles, extensions, certificates, scheduledTasks].map(({ gaps }) =>
      gaps
        .filter(({ reason }) => reason === 'truncated')
        .map(({ subject }) => subject.toLowerCase()),
    );
    expect(tooLong).toEqual([hive, manifest, firefox, task].map((path) => [path.toLowerCase()]));
    expect(peakKilobytes).toBeLessThan(500_000);
  });

  test('that are too many are not all looked at', async () => {
    const machine = await newMachine();
    await machine.writeFile(`${tasks}\\x`, '');
    const folder = machine.toLinux(tasks);
    for (let n = 0; n < 5_500; n++) writeFileSync(join(folder, `t${n}`), '');
    const { inventory } = await read(machine);
    expect(inventory.scheduledTasks.gaps.map(({ reason }) => reason)).toEqual(['truncated']);
  });

  test('are not run when they were altered after they were signed', async () => {
    const machine = await newMachine('hostile');
    const program = Buffer.from(await readFile(machine.toLinux(stranger)));
    program.writeUInt8(0x74, program.indexOf('This program cannot be run'));
    const altered = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Altered 1.0\\uninst.exe';
    await machine.writeFile(altered, program);
    const key = `HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\${uninstall.slice(9)}\\Altered`;
    const values = {
      DisplayName: 'Kaspersky Altered',
      Publisher: 'AO Kaspersky Lab',
      UninstallString: `"${altered}" /S`,
    };
    await machine.importReg(`${head}${registry(key, values)}`);
    await removeOn(machine, ['--only', 'other', '--all']);
    const ran = machine.exists(marker) ? await machine.readFile(marker) : '';
    expect(ran).not.toContain('Altered');
  });

  test('are not taken for the package of a product where others than administrators may put them', async () => {
    const machine = await newMachine();
    await machine.install('kes');
    const scanned = await planOn(machine);
    const { localPackage = null } = (await scanned.product()) ?? {};
    await command('rm', [machine.toLinux(localPackage ?? '')]);
    const list = `HKEY_LOCAL_MACHINE\\Software\\Classes\\Installer\\Products\\${packProductCode(kes)}\\SourceList`;
    const sourced = async (place: string) => {
      await machine.writeFile(`${place}readme.txt`, '');
      const text = [
        registry(list, { LastUsedSource: `n;1;${place}` }),
        registry(`${list}\\Net`, { 1: place }),
      ];
      await machine.importReg(`${head}${text.join('\n')}`);
      const { hazards } = await planOn(machine);
      return hazards.filter((id) => id.startsWith('installer-source'));
    };
    const secure = await sourced('C:\\Packages\\');
    await mkdir(machine.toLinux('C:\\Open'));
    await chmod(machine.toLinux('C:\\Open'), 0o777);
    const below = await sourced('C:\\Open\\Packages\\');
    expect([scanned.steps, secure, below]).toEqual([[kes], [], ['installer-source-open']]);
  });

  test('are not trusted for a root that only one person trusts', async () => {
    const machine = await newMachine();
    const source = join(machine.lab.fixtures, 'kes', 'avp.exe');
    const target = machine.toLinux('C:\\t\\evil.exe');
    await machine.writeFile('C:\\t\\evil.exe', '');
    const root = join(await ensureCertificates(), 'personal');
    await command('osslsigncode', ['remove-signature', '-in', source, '-out', `${target}.plain`]);
    const signing = ['sign', '-certs', `${root}.pem`, '-key', `${root}.key`, '-h', 'sha256'];
    await command('rm', [target]);
    await command('osslsigncode', [...signing, '-in', `${target}.plain`, '-out', target]);
    const certificate = ['x509', '-in', `${root}.pem`, '-outform', 'der'];
    await command('openssl', [...certificate, '-out', `${target}.der`]);
    await machine.importReg(personalRoot(await readFile(`${target}.der`)));
    const facts = (await runScript(machine, 'read-signatures', ['C:\\t\\evil.exe'])) as {
      readonly items: readonly { readonly signature: { readonly status: string } }[];
    };
    expect(facts.items.map(({ signature }) => signature.status)).toEqual(['untrusted']);
  });
});

/** What would be removed, what speaks against it, and what Windows Installer knows of the product. */
async function planOn(machine: LabMachine) {
  const { stdout } = await machine.cutover(['plan', '--json', '--managed-by-us']);
  const { plan } = JSON.parse(stdout) as Result;
  return {
    steps: (plan?.steps ?? []).map(({ action }) => 'productCode' in action && action.productCode),
    hazards: (plan?.hazards ?? []).map(({ id }) => id),
    product: async () => {
      const { inventory } = await read(machine);
      return inventory.installerProducts.items.find(({ productCode }) => productCode === kes);
    },
  };
}

/** A certificate among the roots of the person, as a registry holds it. */
function personalRoot(der: Buffer): string {
  const thumbprint = createHash('sha1').update(der).digest();
  const element = (type: number, data: Buffer) => {
    const header = Buffer.alloc(12);
    header.writeUInt32LE(type, 0);
    header.writeUInt32LE(1, 4);
    header.writeUInt32LE(data.length, 8);
    return Buffer.concat([header, data]);
  };
  const blob = Buffer.concat([element(3, thumbprint), element(0x20, der)]);
  const name = thumbprint.toString('hex').toUpperCase();
  const bytes = blob.toString('hex').match(/../g)?.join(',');
  return `${head}[HKEY_CURRENT_USER\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates\\${name}]\n"Blob"=hex:${bytes}\n`;
}
