import { existsSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOnce } from '../lab/support/build-once.ts';
import { command } from '../lab/support/command.ts';
import type { LabMachine } from '../lab/support/lab-machine.ts';
import { labCache } from '../lab/support/lab-paths.ts';

/** Packages we are compared with. They are no dependencies of the project and live in the lab's cache only. */
const packages = ['native-reg@1.1.1', 'fetch-installed-software@0.0.7'];

/** Puts the packages onto a lab machine. Returns why that was not possible, or null. */
export async function placeRivals(machine: LabMachine): Promise<string | null> {
  try {
    const folder = await buildOnce(join(labCache, 'bench-rivals-v1'), install);
    const target = machine.toLinux('C:\\cutover\\node_modules');
    for (const name of ['native-reg', 'fetch-installed-software', 'node-gyp-build']) {
      if (existsSync(join(target, name))) continue;
      await cp(join(folder, 'node_modules', name), join(target, name), { recursive: true });
    }
    return null;
  } catch (error) {
    return `npm could not fetch ${packages.join(' and ')}: ${String(error).split('\n')[0]}`;
  }
}

async function install(folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const flags = ['--ignore-scripts', '--force', '--no-audit', '--no-fund', '--fetch-retries=1'];
  const args = ['install', ...flags, '--os=win32', '--cpu=x64', ...packages];
  await command('npm', args, { cwd: folder });
}
