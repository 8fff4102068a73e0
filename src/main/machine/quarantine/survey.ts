import { isUserData } from '../../../shared/domain/user-data.ts';
import type { FolderControl, FolderItem } from '../windows/perform/quarantine-control.ts';
import { namesVendor } from './vendor-places.ts';

/** What of a folder can be moved. Places are told from the folder down, the empty one is the folder itself. */
export interface Survey {
  /** Each as a whole. */
  readonly moves: readonly string[];
  /** Programs that somebody else signed. */
  readonly foreign: readonly string[];
}

/**
 * Looks through a folder that is there, without following a link: what is a person's stays, and so does a part of the
 * folder, if not the whole, in which a program of somebody else lies. `parts` says that each thing directly in it is
 * judged by itself. A Windows error number where something cannot be read.
 */
export function survey(path: string, parts: boolean, folders: FolderControl): Survey | number {
  const whole = visit(path, '', { name: '', kind: 'folder' }, parts, folders);
  if (typeof whole === 'number') return whole;
  return { ...whole, moves: whole.foreign.length > 0 && !parts ? [] : whole.moves };
}

interface Found extends Survey {
  readonly isWhole: boolean;
}

/** Programs, libraries and drivers; Windows runs nothing else that is signed. */
const program = /\.(?:exe|com|dll|sys|ocx|scr|cpl|msi)$/i;

function visit(
  root: string,
  below: string,
  item: FolderItem,
  parts: boolean,
  folders: FolderControl,
): Found | number {
  const path = below === '' ? root : `${root}\\${below}`;
  if (below !== '' && isUserData(item.name)) return found({});
  if (item.kind === 'file') return visitFile(path, below, folders);
  // It is moved as a link.
  if (item.kind === 'link') return found({ moves: [below], isWhole: true });
  const listing = folders.list(path);
  if ('code' in listing) return listing.code;
  const inside: Found[] = [];
  for (const each of listing.value) {
    const place = below === '' ? each.name : `${below}\\${each.name}`;
    const seen = visit(root, place, each, false, folders);
    if (typeof seen === 'number') return seen;
    inside.push(parts && seen.foreign.length > 0 ? { ...seen, moves: [], isWhole: false } : seen);
  }
  const isWhole = inside.every((each) => each.isWhole);
  return {
    moves: isWhole ? [below] : inside.flatMap(({ moves }) => moves),
    foreign: inside.flatMap(({ foreign }) => foreign),
    isWhole,
  };
}

function visitFile(path: string, below: string, folders: FolderControl): Found {
  const signer = program.test(path) ? folders.signerOf(path) : null;
  // Runtime libraries of Microsoft lie beside the programs of every vendor.
  const isForeign =
    signer !== null && !namesVendor(signer) && !/^Microsoft (?:Corporation|Windows)/i.test(signer);
  return isForeign ? found({ foreign: [below] }) : found({ moves: [below], isWhole: true });
}

function found(parts: Partial<Found>): Found {
  return { moves: [], foreign: [], isWhole: false, ...parts };
}
