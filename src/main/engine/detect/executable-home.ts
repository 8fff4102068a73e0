import type { Executable } from '../../../shared/domain/inventory/executables.ts';
import type { Program } from '../../../shared/domain/inventory/programs.ts';
import type { Family } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Claim } from './vendor/executable-claim.ts';
import { processByName, rowByFolder } from './vendor/matchers.ts';
import { productFolderOf } from './vendor/vendor-place.ts';
import { vendorNameKind } from './vendor/vendor-name.ts';
import { guessedTies, ranks, type Sign } from './sign.ts';

type Ties = Partial<Omit<Sign, 'evidence' | 'proves' | 'part'>>;

/** What a program belongs to by where it lies. */
export interface Home {
  /** The same for what makes one finding. */
  readonly id: string;
  /** Its folder. */
  readonly place: string;
  readonly ties: Ties;
}

/** Says of the programs of one machine what they belong to. */
export function homesIn(inventory: Inventory): (file: Executable, claim: Claim) => Home {
  const hosts = hostsIn(inventory);
  return (file, claim) => {
    const place = folderOf(file.path);
    const ties =
      inProductFolder(file) ??
      asTool(file) ??
      (claim.kind === 'refused' ? null : inHost(file, hosts)) ??
      inWindows(file) ??
      stray;
    return { id: `${ties.orphanOf ?? ''}\n${ties.folder ?? ''}`, place, ties };
  };
}

/** A folder that bears the vendor's name and a product's: a further sign of that product, or of what is left of it. */
function inProductFolder({ path }: Executable): Ties | null {
  const folder = productFolderOf(path);
  if (folder === null) return null;
  return {
    folder: folder.key,
    ...guessedTies(rowByFolder(folder.name)?.row.id ?? 'kaspersky-other'),
  };
}

/** A tool that runs without being installed, by the name that it has or had. */
function asTool({ path, originalName }: Executable): Ties | null {
  const tool = [nameOf(path), originalName ?? '']
    .map(processByName)
    .find((row) => row?.portable === true);
  const productId = tool?.products[0];
  if (productId === undefined) return null;
  return { presence: 'portable', productId, rank: ranks.guess, orphanOf: productId };
}

/** In the folder of a program of another maker: that one carries something of the vendor's along. */
function inHost({ path }: Executable, hosts: readonly Host[]): Ties | null {
  const lower = path.toLowerCase();
  const host = hosts.find(({ inside }) => lower.startsWith(inside));
  if (host === undefined) return null;
  return {
    presence: 'installed',
    folder: host.inside,
    productId: 'powered-by-kaspersky',
    rank: ranks.name,
    orphanOf: 'powered-by-kaspersky',
    name: host.name,
  };
}

const anyProduct: readonly Family[] = [
  'antivirus',
  'endpoint',
  'server',
  'edr',
  'agent',
  'vpn',
  'passwordManager',
  'childSafety',
];

/** Products put drivers and libraries into the folder of Windows, where nothing tells whose they are. */
function inWindows({ path }: Executable): Ties | null {
  return /^[a-z]:\\Windows\\/i.test(path)
    ? { families: anyProduct, orphanOf: 'kaspersky-other' }
    : null;
}

const stray: Ties = { orphanOf: 'kaspersky-other' };

interface Host {
  readonly name: string;
  /** Its folder in lower case, with the backslash at its end. */
  readonly inside: string;
}

/** Entries that only administrators make; the innermost folder first. */
function hostsIn({ programs }: Inventory): readonly Host[] {
  return programs.items
    .flatMap((program) => hostOf(program) ?? [])
    .sort((a, b) => b.inside.length - a.inside.length || (a.inside < b.inside ? -1 : 1));
}

function hostOf({ displayName, publisher, installLocation, scope }: Program): Host | null {
  const name = displayName?.trim() ?? '';
  if (scope === 'user' || name === '' || vendorNameKind(publisher) !== 'foreign') return null;
  const folder = (installLocation ?? '').trim().replaceAll('"', '').replace(/\\+$/, '');
  const inside = `${folder.toLowerCase()}\\`;
  return isOfOneProgram(inside) ? { name, inside } : null;
}

/** No disk as a whole, and none of the folders in which everybody has something. */
function isOfOneProgram(inside: string): boolean {
  return (
    /^[a-z]:\\[^\\]/.test(inside) &&
    !/\\\.\.?\\/.test(inside) &&
    !/^[a-z]:\\(?:program\sfiles(?:\s\(x86\))?(?:\\common\sfiles)?|programdata|windows(?:\\.*)?|users(?:\\[^\\]+)?)\\$/.test(
      inside,
    )
  );
}

function folderOf(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, '').toLowerCase();
}

function nameOf(path: string): string {
  return path.replace(/^.*[\\/]/, '');
}
