import { createHash } from 'node:crypto';
import {
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { foreignFunctionLibrary, run } from '../foreign-function-library.ts';
import { isFresh } from '../fresh.ts';
import { bundleConsole } from './bundle-console.ts';
import { architectures, builderNode, windowsNode, type Architecture } from './parts.ts';
import { ownProgram } from './windows-program.ts';

const root = join(import.meta.dirname, '../..');

/** Where the finished programs lie, with the hashes that are published. */
const consoleFolder = join(root, 'dist/console');

const sources = [
  'src/main/**',
  'src/shared/**',
  'build/console/**',
  'build/foreign-function-library.ts',
  'build/icon.ico',
  'package.json',
  'package-lock.json',
];

/** The finished program for a processor, made only when something changed. @throws when a part cannot be had. */
export async function freshConsole(architecture: Architecture): Promise<string> {
  const name = `dist/console/cutover-${architecture}.exe`;
  if (!isFresh([name], sources)) await makeConsole([architecture]);
  return join(root, name);
}

/**
 * Makes the console program for Windows: Node with the command line in it, one file for each processor, on any system. Two
 * calls make the same bytes. Returns the SHA-256 of each. @throws when a part cannot be had.
 */
export async function makeConsole(
  wanted: readonly Architecture[] = architectures,
  folder: string = consoleFolder,
): Promise<ReadonlyMap<string, string>> {
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(folder, 'making-'));
  try {
    return await make(wanted, folder, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function make(
  wanted: readonly Architecture[],
  folder: string,
  work: string,
): Promise<ReadonlyMap<string, string>> {
  await bundleConsole({ folder: work, packed: true });
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly author: { readonly name: string };
  };
  const catalogues = globSync('*.json', { cwd: work }).toSorted();
  const builder = builderNode();
  const hashes = new Map<string, string>();
  for (const architecture of wanted) {
    await foreignFunctionLibrary('win32', architecture);
    const library = `node_modules/@koromix/koffi-win32-${architecture}/win32_${architecture}/koffi.node`;
    const native = `koffi-${hashOf(join(root, library)).slice(0, 16)}.node`;
    copyFileSync(join(root, library), join(work, native));
    const facts = {
      version: manifest.version,
      company: manifest.author.name,
      icon: join(root, 'build/icon.ico'),
    };
    writeFileSync(
      join(work, 'node.exe'),
      ownProgram(readFileSync(windowsNode(architecture)), facts),
    );
    const output = `cutover-${architecture}.exe`;
    writeFileSync(
      join(work, 'settings.json'),
      JSON.stringify(settings(output, [native, ...catalogues])),
    );
    // Names in the program are relative to this folder, so that it is the same wherever it is made.
    run(builder.program, ['--build-sea', 'settings.json'], work);
    hashes.set(output, hashOf(join(work, output)));
    renameSync(join(work, output), join(folder, output));
  }
  mkdirSync(join(folder, 'licenses'), { recursive: true });
  copyFileSync(join(work, 'licenses.md'), join(folder, 'licenses/console.md'));
  copyFileSync(builder.licence, join(folder, 'licenses/node.txt'));
  // Also of those for another processor that were made before.
  const made = globSync('cutover-*.exe', { cwd: folder }).toSorted();
  const lines = made.map((name) => `${hashOf(join(folder, name))}  ${name}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
  return hashes;
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/**
 * What is fixed for every start: no options of Node by variables (`NODE_OPTIONS`), and no file of OpenSSL's that a variable
 * of the person names, because such a file may load libraries into us. Source: Node.js 26, "Single executable applications".
 */
function settings(output: string, assets: readonly string[]) {
  return {
    main: 'cutover.cjs',
    mainFormat: 'commonjs',
    executable: 'node.exe',
    output,
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    useCodeCache: false,
    execArgv: ['--openssl-config=NUL'],
    execArgvExtension: 'none',
    assets: Object.fromEntries(assets.map((name) => [name, name])),
  };
}

if (import.meta.main)
  for (const [name, hash] of await makeConsole()) console.log(`${hash}  dist/console/${name}`);
