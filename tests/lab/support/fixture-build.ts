import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOnce } from './build-once.ts';
import { sign, personalRootReg } from './certificates.ts';
import { command } from './command.ts';
import { type Binary, type Fixture, type FixtureName, fixtureRows } from './fixture-table.ts';
import { fixtureSources, labCache } from './lab-paths.ts';
import { olgasHive } from './olgas-hive.ts';

const runner: Binary = { source: 'runner.c', bits: 64, kind: 'console', signer: null };

/** A folder with one subfolder per fixture: its package, built files and registry text. */
export async function ensureFixtures(key: string, certificates: string): Promise<string> {
  return buildOnce(join(labCache, `fixtures-${key}`), async (folder) => {
    await buildRunner(folder, certificates);
    await cp(join(certificates, 'root.pem'), join(folder, 'trusted-roots', 'ca-certificates.crt'));
    const rows = Object.entries(fixtureRows) as [FixtureName, Fixture][];
    await Promise.all(
      rows.map(async ([name, fixture]) => {
        await buildFixture({ name, fixture, folder: join(folder, name), certificates });
      }),
    );
    await writeFile(join(folder, 'profile', 'NTUSER.DAT'), olgasHive());
  });
}

interface Build {
  readonly name: FixtureName;
  readonly fixture: Fixture;
  readonly folder: string;
  readonly certificates: string;
}

async function buildRunner(folder: string, certificates: string): Promise<void> {
  await mkdir(join(folder, 'runner'));
  await buildBinary('runner', 'runner.exe', runner, join(folder, 'runner'), certificates);
}

async function buildFixture({ name, fixture, folder, certificates }: Build): Promise<void> {
  await mkdir(folder);
  for (const [file, binary] of Object.entries(fixture.binaries))
    await buildBinary(name, file, binary, folder, certificates);
  if (fixture.package !== undefined) await buildPackage({ name, fixture, folder, certificates });
  const reg = join(fixtureSources, name, 'machine.reg');
  if (existsSync(reg)) await cp(reg, join(folder, 'machine.reg'));
  if (fixture.addsRootCertificate === true)
    await writeFile(join(folder, 'root.reg'), await personalRootReg(certificates));
}

async function buildBinary(
  fixture: string,
  file: string,
  binary: Binary,
  folder: string,
  certificates: string,
): Promise<void> {
  const own = join(fixtureSources, fixture, binary.source);
  const source = existsSync(own) ? own : join(fixtureSources, 'common', binary.source);
  const output = join(folder, file);
  const target = binary.bits === 64 ? 'x86_64-w64-mingw32' : 'i686-w64-mingw32';
  const kind = { console: [], window: ['-mwindows'], library: ['-shared', '-Wl,--kill-at'] }[
    binary.kind
  ];
  const libraries = (binary.libraries ?? []).map((name) => `-l${name}`);
  const resource = await versionResource(target, file, binary, folder);
  await command(`${target}-gcc`, [
    '-O2',
    '-s',
    '-Wall',
    ...kind,
    '-o',
    output,
    source,
    resource,
    ...libraries,
  ]);
  if (binary.signer !== null) await sign(certificates, binary.signer, output);
}

async function versionResource(
  target: string,
  file: string,
  { company = 'Cutover Lab' }: Binary,
  folder: string,
): Promise<string> {
  const pattern = await readFile(join(fixtureSources, 'common', 'version.rc.in'), 'utf8');
  const path = join(folder, `${file}.rc`);
  await writeFile(path, pattern.replaceAll('@COMPANY@', company).replaceAll('@DESCRIPTION@', file));
  await command(`${target}-windres`, [path, `${path}.o`]);
  return `${path}.o`;
}

async function buildPackage(build: Build): Promise<void> {
  const output = join(build.folder, packageFile(build.fixture));
  if (build.fixture.package === 'nsis') await buildNsis(build, output);
  else await buildMsi(build, output);
  await sign(build.certificates, 'kaspersky', output);
}

/** Name of the fixture's package in its built folder. */
export function packageFile(fixture: Fixture): string {
  return fixture.package === 'nsis' ? 'setup.exe' : 'product.msi';
}

async function buildMsi({ name, fixture, folder }: Build, output: string): Promise<void> {
  // wixl's default architecture is the 32-bit one.
  const architecture = fixture.package === 'msi64' ? ['-a', 'x64'] : [];
  const source = join(fixtureSources, name, 'product.wxs');
  // wixl looks for the files a package holds in its working folder only.
  await command('wixl', [...architecture, '-o', output, source], { cwd: folder });
  await localize(join(fixtureSources, name, 'localize.sql'), folder, output);
}

/** Changes texts of a package to ones outside ASCII, which needs a code page the package does not have yet. */
async function localize(file: string, folder: string, output: string): Promise<void> {
  if (!existsSync(file)) return;
  const codePage = join(folder, '_ForceCodepage.idt');
  await writeFile(codePage, '\r\n\r\n65001\t_ForceCodepage\r\n');
  await command('msibuild', [output, '-i', codePage]);
  const statements = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  for (const statement of statements) await command('msibuild', [output, '-q', statement]);
}

async function buildNsis({ name, folder, certificates }: Build, output: string): Promise<void> {
  const script = await writeSignScript(folder, certificates);
  const source = join(fixtureSources, name, 'setup.nsi');
  await command('makensis', [
    '-V2',
    '-INPUTCHARSET',
    'UTF8',
    `-DOUTPUT=${output}`,
    `-DBINARIES=${folder}`,
    `-DSIGN=sh ${script}`,
    source,
  ]);
}

/** NSIS makes the uninstaller itself and offers it for signing to a command. */
async function writeSignScript(folder: string, certificates: string): Promise<string> {
  const path = join(folder, 'sign.sh');
  const credentials = `-certs '${certificates}/kaspersky.pem' -key '${certificates}/kaspersky.key'`;
  await writeFile(
    path,
    `set -e\nosslsigncode sign ${credentials} -h sha256 -in "$1" -out "$1.signed"\nmv "$1.signed" "$1"\n`,
  );
  return path;
}
