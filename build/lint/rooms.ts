import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { placedReadings, roomOf, rooms, seam } from './house.ts';

/** The parts of the linter's interface for plug-ins that are used here. */
interface Context {
  readonly filename: string;
  readonly report: (problem: { readonly message: string; readonly node: unknown }) => void;
}

interface Import {
  readonly source: { readonly value: unknown } | null;
}

const root = resolve(import.meta.dirname, '../..');

/**
 * Lint rules over the house: a folder imports only what its row in `house.ts` names, no two folders import each
 * other, and what only some places may ask is asked only there. Imports are judged by where they really lead, not by
 * how they are written.
 */
export default {
  meta: { name: 'house' },
  rules: {
    rooms: { create: (context: Context) => forEachImport(context, checkRoom) },
    'no-folder-loop': { create: (context: Context) => forEachImport(context, checkLoop) },
    'placed-readings': { create: checkReadings },
  },
};

interface Reading {
  readonly object: { readonly name?: string };
  readonly property: { readonly name?: string };
}

function checkReadings(context: Context) {
  const file = relative(root, context.filename).replaceAll('\\', '/');
  const placed = placedReadings.filter(({ isAllowedIn }) => !isAllowedIn(file));
  return {
    MemberExpression: (node: Reading) => {
      const { name = '' } = node.property;
      const readings: readonly string[] = [name, `${node.object.name}.${name}`];
      const found = placed.find(({ reading }) => readings.includes(reading));
      if (found !== undefined) context.report({ message: found.message, node });
    },
  };
}

type Check = (from: string, to: string) => string | null;

function forEachImport(context: Context, check: Check) {
  const from = relative(root, context.filename).replaceAll('\\', '/');
  const visit = (node: Import) => {
    const name = node.source?.value;
    if (typeof name !== 'string') return;
    const message = check(from, name.startsWith('.') ? placeOf(from, name) : name);
    if (message !== null) context.report({ message, node: node.source });
  };
  return {
    ImportDeclaration: visit,
    ImportExpression: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
  };
}

function placeOf(from: string, specifier: string): string {
  return join(dirname(from), specifier).replaceAll('\\', '/');
}

function checkRoom(from: string, to: string): string | null {
  const room = roomOf(from);
  if (room === null) return null;
  const { places, packages } = rooms[room]!;
  if (to.startsWith('src/')) {
    if (isBelow(to, room) || places.some((place) => isBelow(to, place))) return null;
    return `${room} may import only: ${places.join(', ') || 'nothing of ours'}.`;
  }
  const name = packageOf(to);
  if (name === null || packages.includes(name)) return null;
  return `${room} may use only these packages: ${packages.join(', ') || 'none'}.`;
}

function isBelow(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** Packages whose use is a matter of place; null for any other. */
const placedPackages = [
  '@formatjs',
  'commander',
  'electron',
  'execa',
  'fast-xml-parser',
  'fflate',
  'icu-minify',
  'koffi',
  'node',
  'react',
  'systeminformation',
  'wrap-ansi',
  'zod',
];

function packageOf(specifier: string): string | null {
  const [name = ''] = specifier.split(/[:/]/, 1);
  return placedPackages.includes(name) ? name : null;
}

function checkLoop(from: string, to: string): string | null {
  if (!to.startsWith('src/') || to === seam) return null;
  const [here, there] = [dirname(from), dirname(to)];
  if (here === there || !importsOfFolder(there).has(here)) return null;
  return `${here} and ${there} import each other.`;
}

const imports = new Map<string, ReadonlySet<string>>();

/** The folders that the files of a folder import from. */
function importsOfFolder(folder: string): ReadonlySet<string> {
  const known = imports.get(folder);
  if (known !== undefined) return known;
  const found = new Set(
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .flatMap(({ name }) => specifiersIn(join(root, folder, name)))
      .map((specifier) => placeOf(`${folder}/x`, specifier))
      .filter((file) => file !== seam)
      .map((file) => dirname(file)),
  );
  imports.set(folder, found);
  return found;
}

function specifiersIn(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(
    ([, specifier = '']) => specifier,
  );
}
