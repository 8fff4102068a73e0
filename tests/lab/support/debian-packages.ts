import { succeeds, command } from './command.ts';

/** What builds the fixtures; the Wine packages are asked for apart because they are only the fallback. */
export const buildPackages = [
  'mmdebstrap',
  'wixl',
  'msitools',
  'nsis',
  // Of the two kinds of threads one is enough.
  'gcc-mingw-w64-x86-64-win32',
  'gcc-mingw-w64-i686-win32',
  'osslsigncode',
  'openssl',
  'libhivex-bin',
] as const;

/** Used where the Debian 13 root cannot be made. 64-bit Wine 8 on Debian 12. */
export const nativeWinePackages = ['wine', 'wine64'] as const;

/** Two package managers at once refuse to work, so one waits for the other. */
let turn: Promise<void> = Promise.resolve();

/** Installs what is missing. Throws a sentence when that is impossible. */
export async function ensurePackages(packages: readonly string[]): Promise<void> {
  const mine = turn.then(async () => await installMissing(packages));
  turn = mine.catch(() => {});
  await mine;
}

async function installMissing(packages: readonly string[]): Promise<void> {
  const missing = await missingPackages(packages);
  if (missing.length > 0) await install(missing);
}

async function missingPackages(packages: readonly string[]): Promise<string[]> {
  const installed = await Promise.all(packages.map((name) => succeeds('dpkg-query', ['-s', name])));
  return packages.filter((_, index) => !installed[index]);
}

async function install(packages: readonly string[]): Promise<void> {
  const options = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=600'];
  const args = ['install', ...options, ...packages];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // The package lists of a fresh container are empty or old: try again after an update.
  await command('apt-get', args, { env }).catch(async () => {
    await command('apt-get', ['update', '-q']);
    await command('apt-get', args, { env });
  });
}
