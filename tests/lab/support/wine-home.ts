import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildOnce } from './build-once.ts';
import { command } from './command.ts';
import { debianMirror } from './debian-mirror.ts';
import { ensurePackages, nativeWinePackages } from './debian-packages.ts';
import { labCache, labVersion } from './lab-paths.ts';
import { addWine32 } from './wine32.ts';

/** A root folder that holds a Wine. */
export interface WineHome {
  /** `/` where the machine's own Wine is used. */
  readonly root: string;
  readonly version: string;
  /** False: 32-bit Windows programs do not run, and the tests that need them must be skipped. */
  readonly runs32Bit: boolean;
}

export const wineLoader = '/usr/lib/wine/wine64';
export const wineServer = '/usr/lib/wine/wineserver64';

/**
 * Wine 10 from Debian 13: it runs Node 24 as shipped and 32-bit programs without any 32-bit Linux library.
 * On an older Debian it lives in a root of its own. Where that cannot be made, the machine's Wine must do.
 */
export async function ensureWine(): Promise<WineHome> {
  try {
    return await describe(await debian13Root());
  } catch (reason) {
    process.stderr.write(
      `lab: no Debian 13 root (${String(reason).split('\n')[0]}), using the machine's own Wine\n`,
    );
    await ensurePackages(nativeWinePackages);
    return describe('/');
  }
}

async function debian13Root(): Promise<string> {
  const folder = join(labCache, `debian13-v${labVersion}`);
  return buildOnce(folder, async (root) => {
    const mirror = await debianMirror();
    // apt's own sandbox user cannot reach a folder under a private home. With mounts of its own, because one that is killed leaves
    // them behind, and then nobody can take away what it had begun.
    await command('unshare', [
      '--mount',
      'mmdebstrap',
      '--variant=minbase',
      '--include=wine,wine64,ca-certificates',
      '--aptopt=APT::Install-Recommends "false"',
      '--aptopt=APT::Sandbox::User "root"',
      'trixie',
      root,
      mirror,
    ]);
    await addWine32(root, mirror);
  });
}

async function describe(root: string): Promise<WineHome> {
  const version = await command('dpkg-query', [
    `--admindir=${join(root, 'var/lib/dpkg')}`,
    '-W',
    '-f=${Version}',
    'libwine',
  ]);
  const probe = join(root, 'usr/lib/x86_64-linux-gnu/wine/i386-windows/kernel32.dll');
  return { root, version, runs32Bit: existsSync(probe) && !version.startsWith('8.') };
}
