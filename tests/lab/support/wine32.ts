import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from './command.ts';

/**
 * Debian 13 first. Its index of the i386 packages is now and then out of step on a mirror; sid is then tried,
 * because only the upstream version of the 32-bit DLLs must equal the 64-bit ones.
 */
const suites = ['trixie', 'sid'] as const;

/** Puts Wine's 32-bit DLLs, which Debian leaves out of the amd64 package, beside the 64-bit ones. */
export async function addWine32(root: string, mirror: string): Promise<void> {
  for (const suite of suites) {
    try {
      return await addFrom(suite, root, mirror);
    } catch (reason) {
      process.stderr.write(`lab: no 32-bit Wine from ${suite}: ${String(reason).split('\n')[0]}\n`);
    }
  }
}

async function addFrom(suite: string, root: string, mirror: string): Promise<void> {
  const work = join(root, 'var/cache/wine32', suite);
  const apt = await privateApt(work, suite, root, mirror);
  await command('apt-get', [...apt, 'update', '-q']);
  const offered = /^Version: (.*)$/m.exec(
    await command('apt-cache', [...apt, 'show', '--no-all-versions', 'libwine:i386']),
  )?.[1];
  const present = await command('dpkg-query', [
    `--admindir=${join(root, 'var/lib/dpkg')}`,
    '-W',
    '-f=${Version}',
    'libwine',
  ]);
  if (upstream(offered) !== upstream(present))
    throw new Error(`${suite} has ${offered ?? 'none'}, ${present} is needed`);
  await command('apt-get', [...apt, 'download', 'libwine:i386'], { cwd: work });
  const [archive = ''] = (await readdir(work)).filter((name) => name.endsWith('.deb'));
  // Half of the package is programs of a 32-bit Linux. The folder is there already, with one program for Windows.
  const dlls = './usr/lib/i386-linux-gnu/wine/i386-windows';
  const beside64 = join(root, 'usr/lib/x86_64-linux-gnu/wine/i386-windows');
  const unpack = 'dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --strip-components=6 "$3"';
  await command('sh', ['-ec', unpack, 'sh', join(work, archive), beside64, dlls]);
  await rm(work, { recursive: true });
}

function upstream(version: string | undefined): string | undefined {
  return version?.replace(/-[^-]*$/, '');
}

/** Options that make apt work on lists of its own, so that neither the machine's nor the root's packages change. */
async function privateApt(
  work: string,
  suite: string,
  root: string,
  mirror: string,
): Promise<string[]> {
  await mkdir(join(work, 'lists/partial'), { recursive: true });
  await mkdir(join(work, 'cache/archives/partial'), { recursive: true });
  await writeFile(join(work, 'status'), '');
  const keys = join(root, 'usr/share/keyrings/debian-archive-keyring.gpg');
  await writeFile(
    join(work, 'sources.list'),
    `deb [arch=i386 signed-by=${keys}] ${mirror} ${suite} main\n`,
  );
  const options = [
    `Dir::Etc::SourceList=${work}/sources.list`,
    'Dir::Etc::SourceParts=/dev/null',
    `Dir::State::Lists=${work}/lists`,
    `Dir::State::status=${work}/status`,
    `Dir::Cache=${work}/cache`,
    'APT::Architecture=amd64',
    'APT::Architectures=amd64',
    'APT::Architectures::=i386',
    'APT::Sandbox::User=root',
  ];
  return options.flatMap((option) => ['-o', option]);
}
