import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureCertificates } from './certificates.ts';
import { succeeds } from './command.ts';
import { buildPackages, ensurePackages } from './debian-packages.ts';
import { ensureFixtures } from './fixture-build.ts';
import { fixtureSources, labCache, labVersion, projectFolder, supportFolder } from './lab-paths.ts';
import { withLock } from './lock.ts';
import { ensureTemplate } from './template.ts';
import { ensureWindowsNode } from './windows-node.ts';
import { ensureWine, type WineHome } from './wine-home.ts';

const keepMs = 24 * 60 * 60 * 1000;

export interface AvailableLab {
  readonly available: true;
  readonly wine: WineHome;
  readonly fixtures: string;
  readonly template: string;
  /** Sentences naming what this lab cannot show, for the test report. */
  readonly skipped: readonly string[];
}

/** The lab, or a sentence why this computer cannot have it. */
export type Lab = AvailableLab | { readonly available: false; readonly reason: string };

/**
 * Makes everything the lab needs, once; later calls read what the first one wrote down. A second call at the same
 * time waits for the first. Never throws for what a computer lacks.
 */
export async function prepare(): Promise<Lab> {
  const obstacle = await whyImpossible();
  if (obstacle !== undefined) return { available: false, reason: obstacle };
  try {
    const key = await cacheKey();
    return (
      (await remembered(key)) ??
      (await withLock(join(labCache, 'lock'), async () => (await remembered(key)) ?? make(key)))
    );
  } catch (reason) {
    return { available: false, reason: `The Windows lab could not be built: ${firstLine(reason)}` };
  }
}

async function whyImpossible(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'The Windows lab runs on Linux only.';
  if (process.getuid?.() !== 0) return 'The Windows lab needs root, for mounts of its own.';
  if (!existsSync('/etc/debian_version')) return 'The Windows lab is made for Debian.';
  if (
    !(await succeeds('unshare', ['--mount', '--pid', '--fork', 'mount', '--make-rprivate', '/']))
  ) {
    return 'The Windows lab needs a container that may make mounts (CAP_SYS_ADMIN).';
  }
  return undefined;
}

async function make(key: string): Promise<AvailableLab> {
  await ensurePackages(buildPackages);
  // Wine waits for downloads while the fixtures are compiled.
  const [wine, windowsNode, [certificates, fixtures]] = await Promise.all([
    ensureWine(),
    ensureWindowsNode(),
    ensureSigned(key),
  ]);
  const template = await ensureTemplate({
    wine,
    windowsNode,
    fixtures,
    key: await templateKey(windowsNode, certificates),
  });
  await mkdir(join(labCache, 'machines'), { recursive: true });
  const lab: AvailableLab = { available: true, wine, fixtures, template, skipped: limits(wine) };
  await writeFile(stateFile(key), JSON.stringify(lab, null, 2));
  await removeOutdated(lab);
  return lab;
}

/** The certificates, and the fixtures that are signed with them. */
async function ensureSigned(key: string): Promise<[certificates: string, fixtures: string]> {
  const certificates = await ensureCertificates();
  return [certificates, await ensureFixtures(key, certificates)];
}

/** Templates take over a gigabyte. Yesterday's stay: another checkout may still use them. */
async function removeOutdated(lab: AvailableLab): Promise<void> {
  const names = (await readdir(labCache)).filter((name) =>
    /^(template|fixtures|images)-/.test(name),
  );
  for (const folder of names.map((name) => join(labCache, name))) {
    const age = Date.now() - (await stat(folder)).mtimeMs;
    if (folder !== lab.template && folder !== lab.fixtures && age > keepMs)
      await rm(folder, { recursive: true, force: true });
  }
}

/** Machines of tests that were killed; their processes and mounts ended with them. */
export async function removeAbandonedMachines(): Promise<void> {
  const folder = join(labCache, 'machines');
  const names = await readdir(folder).catch(() => []);
  const abandoned = names.filter((name) => !existsSync(`/proc/${name.split('-')[0]}`));
  await Promise.all(
    abandoned.map((name) => rm(join(folder, name), { recursive: true, force: true })),
  );
}

function limits(wine: WineHome): string[] {
  return wine.runs32Bit
    ? []
    : [`32-bit scenarios: Wine ${wine.version} here runs no 32-bit programs.`];
}

function stateFile(key: string): string {
  return join(labCache, `lab-${key}.json`);
}

async function remembered(key: string): Promise<AvailableLab | undefined> {
  const text = await readFile(stateFile(key), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lab = JSON.parse(text) as AvailableLab;
  return [lab.fixtures, lab.template, join(lab.wine.root, 'usr/lib/wine')].every((path) =>
    existsSync(path),
  )
    ? lab
    : undefined;
}

/** The lab's own code that decides what is built; the rest may change without building anew. */
const builders = [
  'certificates.ts',
  'fixture-build.ts',
  'fixture-table.ts',
  'fixture-table-others.ts',
  'fixture-table-protection.ts',
  'image.ts',
  'olgas-hive.ts',
  'template.ts',
];

/** Changes with every fixture source, the code that builds, and what npm is asked for. */
async function cacheKey(): Promise<string> {
  const digest = createHash('sha256').update(String(labVersion));
  const entries = await readdir(fixtureSources, { recursive: true, withFileTypes: true });
  const sources = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = [...sources.toSorted(), ...builders.map((name) => join(supportFolder, name))];
  for (const file of files)
    digest.update(file.slice(projectFolder.length)).update(await readFile(file));
  const lock = await readFile(join(projectFolder, 'package-lock.json'), 'utf8');
  return digest
    .update(/"node_modules\/koffi": \{\s+"version": "[^"]+"/.exec(lock)?.[0] ?? '')
    .digest('hex')
    .slice(0, 12);
}

async function templateKey(windowsNode: string, certificates: string): Promise<string> {
  const digest = createHash('sha256')
    .update(windowsNode)
    .update(await readFile(join(certificates, 'root.der')));
  return digest
    .update(await readFile(join(fixtureSources, 'filters', 'fwpuclnt.c')))
    .update(await readFile(join(supportFolder, 'template.ts')))
    .update(await readFile(join(supportFolder, 'image.ts')))
    .digest('hex')
    .slice(0, 12);
}

function firstLine(reason: unknown): string {
  return (reason instanceof Error ? reason.message : String(reason))
    .split('\n')
    .slice(0, 3)
    .join(' ');
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) {
  const started = performance.now();
  const lab = await prepare();
  process.stdout.write(
    `${JSON.stringify(lab, null, 2)}\n${Math.round(performance.now() - started)} ms\n`,
  );
  process.exitCode = lab.available ? 0 : 1;
}
