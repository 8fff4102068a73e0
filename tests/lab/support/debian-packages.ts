import { succeeds, command } from './command.ts';

/** What builds the fixtures; the Wine packages are asked for apart because they are only the fallback. */
export const buildPackages = [
  'mmdebstrap',
  'wixl',
  'msitools',
  'nsis',
  'gcc-mingw-w64-x86-64',
  'gcc-mingw-w64-i686',
  'osslsigncode',
  'openssl',
  'libhivex-bin',
] as const;

/** Used where the Debian 13 root cannot be made. 64-bit Wine 8 on Debian 12. */
export const nativeWinePackages = ['wine', 'wine64'] as const;

/** Installs what is missing. Throws a sentence when that is impossible. */
export async function ensurePackages(packages: readonly string[]): Promise<void> {
  const missing = await missingPackages(packages);
  if (missing.length === 0) return;
  await install(missing);
}

async function missingPackages(packages: readonly string[]): Promise<string[]> {
  const installed = await Promise.all(packages.map((name) => succeeds('dpkg-query', ['-s', name])));
  return packages.filter((_, index) => !installed[index]);
}

async function install(packages: readonly string[]): Promise<void> {
  const args = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // The package lists of a fresh container are empty or old: try again after an update.
  await command('apt-get', args, { env }).catch(async () => {
    await command('apt-get', ['update', '-q']);
    await command('apt-get', args, { env });
  });
}
