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
import { memoryFlags } from './memory-flags.ts';
import { bundleConsole } from './bundle-console.ts';
import { builderNode, isWindows, nodeFor, targets, type Target } from './parts.ts';
import { ownProgram } from './windows-program.ts';

const root = join(import.meta.dirname, '../..');

/** Where the finished programs lie, with the hashes that are published. */
const consoleFolder = join(root, 'dist/console');

/** The bundle's entry; its parts and the words of each language lie in the program beside it. */
const main = 'cutover.cjs';

const sources = [
  'src/main/**',
  'src/shared/**',
  'build/console/**',
  'build/foreign-function-library.ts',
  'build/icon.ico',
  'package.json',
  'package-lock.json',
];

/** The finished program for a target, made only when something changed. @throws when a part cannot be had. */
export async function freshConsole(target: Target): Promise<string> {
  const name = `dist/console/${targets[target]}`;
  if (!isFresh([name], sources)) await makeConsole([target]);
  return join(root, name);
}

/**
 * Makes the console program: Node with the command line in it, one file for each target, on any system. Two calls make the
 * same bytes. Returns the SHA-256 of each. @throws when a part cannot be had.
 */
export async function makeConsole(
  wanted: readonly Target[] = Object.keys(targets) as Target[],
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
  wanted: readonly Target[],
  folder: string,
  work: string,
): Promise<ReadonlyMap<string, string>> {
  await bundleConsole({ folder: work, packed: true });
  const beside = globSync(['*.txt', '*.cjs'], { cwd: work }).filter((name) => name !== main);
  const builder = builderNode();
  const hashes = new Map<string, string>();
  for (const target of wanted) {
    const output = targets[target];
    const native = isWindows(target) ? [await nativeLibrary(target, work)] : [];
    placeNode(target, work);
    writeFileSync(
      join(work, 'settings.json'),
      JSON.stringify(settings(target, [...native, ...beside.toSorted()])),
    );
    // Names in the program are relative to this folder and its tables in a fixed order, so that it is always the same.
    run(builder.program, ['--hash-seed=1', '--build-sea', 'settings.json'], work);
    takeOnlyOwnCode(join(work, output), readFileSync(join(work, main)));
    hashes.set(output, hashOf(join(work, output)));
    renameSync(join(work, output), join(folder, output));
  }
  mkdirSync(join(folder, 'licenses'), { recursive: true });
  copyFileSync(join(work, 'licenses.md'), join(folder, 'licenses/console.md'));
  copyFileSync(builder.licence, join(folder, 'licenses/node.txt'));
  const lines = [...hashes].map(([name, hash]) => `${hash}  ${name}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
  return hashes;
}

/** Only Windows is asked by it. Its name tells one version from another on the disk. */
async function nativeLibrary(target: Target, work: string): Promise<string> {
  const architecture = target.slice('win-'.length);
  await foreignFunctionLibrary('win32', architecture);
  const library = join(
    root,
    `node_modules/@koromix/koffi-win32-${architecture}/win32_${architecture}/koffi.node`,
  );
  const name = `koffi-${hashOf(library).slice(0, 16)}.node`;
  copyFileSync(library, join(work, name));
  return name;
}

function placeNode(target: Target, work: string): void {
  const node = readFileSync(nodeFor(target));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly author: { readonly name: string };
  };
  const facts = {
    version: manifest.version,
    company: manifest.author.name,
    icon: join(root, 'build/icon.ico'),
  };
  writeFileSync(join(work, 'node'), isWindows(target) ? ownProgram(node, facts) : node, {
    mode: 0o755,
  });
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/**
 * What is fixed for every start: no options of Node by variables (`NODE_OPTIONS`), no file of OpenSSL's that a variable
 * of the person names, because such a file may load libraries into us, and no warnings, which a variable sends to any file.
 * Compiled code is in the program: where there is none, Node runs what `NODE_COMPILE_CACHE` names for ours.
 * Source: Node.js 26, "Single executable applications", "Command-line API"; `node_contextify.cc`.
 */
function settings(target: Target, assets: readonly string[]) {
  return {
    main,
    mainFormat: 'commonjs',
    executable: 'node',
    output: targets[target],
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    useCodeCache: true,
    execArgv: [
      `--openssl-config=${isWindows(target) ? 'NUL' : '/dev/null'}`,
      '--no-warnings',
      ...memoryFlags,
    ],
    execArgvExtension: 'none',
    assets: Object.fromEntries(assets.map((name) => [name, name])),
  };
}

/**
 * Makes the compiled code in a program void: that of the system on which the program was made need not suit the one it runs
 * on, so V8 refuses it, compiles what it is given as text, and looks nowhere else. In the program the code follows the text.
 * Source: Node.js 26, `node_sea.cc`. @throws when it is not there
 */
function takeOnlyOwnCode(program: string, text: Buffer): void {
  const bytes = readFileSync(program);
  const lengthAt = bytes.lastIndexOf(text) + text.length;
  const length = bytes.readBigUInt64LE(lengthAt);
  const isThere = lengthAt > text.length && length > 0n && length < BigInt(bytes.length - lengthAt);
  if (!isThere) throw new Error(`There is no compiled code in ${program}.`);
  bytes.fill(0, lengthAt + 8, lengthAt + 8 + Number(length));
  writeFileSync(program, bytes);
}

if (import.meta.main)
  for (const [name, hash] of await makeConsole()) console.log(`${hash}  dist/console/${name}`);
