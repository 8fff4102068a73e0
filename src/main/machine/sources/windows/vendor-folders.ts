import { message } from '../../../../shared/domain/message.ts';
import type { UserProfile } from '../../../../shared/domain/inventory/profiles.ts';
import type { Service } from '../../../../shared/domain/inventory/services.ts';
import type { VendorFolder } from '../../../../shared/domain/inventory/vendor-folders.ts';
import { type Gap, readSection } from '../../../../shared/domain/section.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import { expandVariables, type Variables } from '../../registry/expand-variables.ts';
import { findEntry, type FolderListing, listFolder } from '../../windows/files/list-folder.ts';
import { isLocalPath } from '../../windows/files/local-path.ts';
import { Deadline } from '../deadline.ts';
import { serviceFilter } from '../registry/reader/mentions.ts';

type Kind = VendorFolder['kind'];
type Entry = VendorFolder['entries'][number];

/** A folder in which vendors make folders of their own. */
interface Place {
  readonly folder: string;
  readonly kind: Kind;
}

const machinePlaces: readonly Place[] = [
  { folder: '%ProgramFiles%', kind: 'program' },
  { folder: '%ProgramFiles(x86)%', kind: 'program' },
  { folder: '%CommonProgramFiles%', kind: 'program' },
  { folder: '%CommonProgramFiles(x86)%', kind: 'program' },
  { folder: '%ProgramData%', kind: 'data' },
];
const profilePlaces: readonly string[] = [
  'AppData\\Local',
  'AppData\\LocalLow',
  'AppData\\Roaming',
];

/** The most entries listed of one folder; the rest is only counted as `truncated`. */
const mostEntries = 5_000;

export interface VendorFolderOptions {
  readonly scope: Scope;
  readonly variables: Variables;
  readonly profiles: readonly UserProfile[];
  /** Their files tell which folders of drivers belong to the vendor. */
  readonly services: readonly Service[];
  /** Milliseconds after which what is left is not looked into. */
  readonly limitMs: number;
}

/**
 * The vendor's folders below the program and data folders, of every user and of the machine; the further ones of the
 * scope (whose last part may hold `*`); and folders below that of the drivers that a service of interest points into.
 * Each with what lies in it. No link is followed.
 */
export function collectVendorFolders(options: VendorFolderOptions) {
  const deadline = new Deadline(options.limitMs);
  const gaps: Gap[] = [];
  const folders = candidates(options, gaps)
    .map((place) => readVendorFolder(place, gaps, deadline))
    .filter((folder) => folder !== null);
  return readSection(folders, gaps);
}

function candidates(options: VendorFolderOptions, gaps: Gap[]): Place[] {
  const { scope, variables, profiles, services } = options;
  const expand = (text: string) => expandVariables(text, variables);
  const places = [
    ...machinePlaces.map(({ folder, kind }) => ({ folder: expand(folder), kind })),
    ...profiles.flatMap((profile) => placesOf(profile)),
  ];
  const named = places.flatMap(({ folder, kind }) =>
    scope.folders.map((name) => ({ folder: `${folder}\\${name}`, kind })),
  );
  const further = [
    ...scope.extraFolders.flatMap((folder) => matching(expand(folder), gaps)),
    ...services.filter(serviceFilter(scope)).flatMap(driverFolder),
  ];
  return distinct([...named, ...further.map((folder) => ({ folder, kind: kindOf(folder) }))]);
}

function placesOf(profile: UserProfile): Place[] {
  return profilePlaces.map((folder) => ({
    folder: `${profile.folder}\\${folder}`,
    kind: 'userData',
  }));
}

/** Never the folder of drivers itself: only one of its subfolders can be a vendor's own. */
const driverSubfolder = /^[a-z]:\\.*\\system32\\drivers\\[^\\]+(?=\\[^\\]+$)/i;

function driverFolder({ imageFile }: Service): string[] {
  const folder = driverSubfolder.exec(imageFile ?? '')?.[0];
  return folder === undefined ? [] : [folder];
}

function kindOf(folder: string): Kind {
  return /\\system32\\drivers\\/i.test(folder) ? 'drivers' : 'other';
}

function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [place.folder.toLowerCase(), place])).values()];
}

/** The folders a path with `*` in its last part stands for. */
function matching(path: string, gaps: Gap[]): string[] {
  const cut = path.lastIndexOf('\\');
  const [parent, pattern] = [path.slice(0, cut), path.slice(cut + 1)];
  if (!pattern.includes('*') || !isLocalPath(path)) return [path];
  const { entries, gap } = listFolder(parent);
  if (gap !== null) gaps.push(gap);
  const fits = wildcard(pattern);
  return entries
    .filter((entry) => entry.kind !== 'file' && fits.test(entry.name))
    .map((entry) => `${parent}\\${entry.name}`);
}

/** A pattern with `*` as a regular expression for whole names. */
export function wildcard(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i');
}

function readVendorFolder(
  { folder, kind }: Place,
  gaps: Gap[],
  deadline: Deadline,
): VendorFolder | null {
  if (deadline.isOver) {
    gaps.push(deadline.gap(folder));
    return null;
  }
  if (!isLocalPath(folder)) {
    gaps.push(unknownPlace(folder));
    return null;
  }
  if (findEntry(folder)?.kind === 'link') {
    return {
      path: folder,
      kind,
      entries: [{ path: folder, kind: 'link', size: 0 }],
      truncated: false,
    };
  }
  const listing = listFolder(folder);
  if (listing.gap !== null) gaps.push(listing.gap);
  if (!listing.found) return null;
  return { path: folder, kind, ...listTree(folder, listing, gaps) };
}

function unknownPlace(folder: string): Gap {
  const detail = message('gap.unknownFolder');
  return { subject: folder, reason: 'failed', detail, needsAdministrator: false };
}

/** Level by level, so that a listing cut off still shows the top of the tree. */
function listTree(root: string, top: FolderListing, gaps: Gap[]) {
  const entries: Entry[] = [];
  const waiting: string[] = [];
  const take = (folder: string, listing: FolderListing) => {
    for (const { name, kind, size } of listing.entries) {
      const path = `${folder}\\${name}`;
      entries.push({ path, kind, size });
      if (kind === 'folder') waiting.push(path);
    }
  };
  take(root, top);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (entries.length > mostEntries) break;
    const listing = listFolder(next);
    if (listing.gap !== null) gaps.push(listing.gap);
    take(next, listing);
  }
  return { entries: entries.slice(0, mostEntries), truncated: entries.length > mostEntries };
}
