import type { Inventory } from '../../../../../shared/domain/inventory.ts';
import type { BrowserExtension } from '../../../../../shared/domain/inventory/browser-extensions.ts';
import type { UserProfile } from '../../../../../shared/domain/inventory/profiles.ts';
import { readSection, type Gap } from '../../../../../shared/domain/section.ts';
import { decodeText } from '../../../formats/text/decode-text.ts';
import { listFolder } from '../../../windows/files/list-folder.ts';
import { readBounded } from '../../../windows/files/read-bounded.ts';
import { Deadline } from '../../deadline.ts';

type Browser = BrowserExtension['browser'];

/** Where browsers built on Chromium keep their profiles, below the folder of a user. */
const chromiumFolders: readonly { readonly browser: Browser; readonly folder: string }[] = [
  { browser: 'chrome', folder: 'AppData\\Local\\Google\\Chrome\\User Data' },
  { browser: 'edge', folder: 'AppData\\Local\\Microsoft\\Edge\\User Data' },
  { browser: 'other', folder: 'AppData\\Local\\BraveSoftware\\Brave-Browser\\User Data' },
  { browser: 'other', folder: 'AppData\\Local\\Chromium\\User Data' },
  { browser: 'other', folder: 'AppData\\Local\\Vivaldi\\User Data' },
];
/** Bytes; a manifest has some thousand. */
const largestManifest = 1024 * 1024;

const firefoxFolder = 'AppData\\Roaming\\Mozilla\\Firefox\\Profiles';

/**
 * The extensions with one of these ids that lie in the browser profiles of the users. Each person may have made any
 * number of folders there, so that it ends after `limitMs` milliseconds with what it has.
 */
export function findProfileExtensions(
  profiles: readonly UserProfile[],
  ids: readonly string[],
  limitMs: number,
): Inventory['browserExtensions'] {
  const search: Search = { ids, gaps: [], deadline: new Deadline(limitMs) };
  const items = profiles.flatMap((profile) =>
    [
      ...chromiumFolders.flatMap(({ browser, folder }) =>
        inChromium(browser, `${profile.folder}\\${folder}`, search),
      ),
      ...inFirefox(`${profile.folder}\\${firefoxFolder}`, search),
    ].map((found) => ({ ...found, userSid: profile.sid })),
  );
  return readSection(items, search.gaps);
}

interface Search {
  readonly ids: readonly string[];
  readonly gaps: Gap[];
  readonly deadline: Deadline;
}

type Found = Omit<BrowserExtension, 'userSid'>;

function foldersIn(folder: string, { gaps, deadline }: Search): string[] {
  if (deadline.isOver) {
    if (!gaps.some(({ reason }) => reason === 'timedOut')) gaps.push(deadline.gap(folder));
    return [];
  }
  const { entries, gap } = listFolder(folder);
  if (gap !== null) gaps.push(gap);
  return entries
    .filter((entry) => entry.kind === 'folder')
    .map((entry) => `${folder}\\${entry.name}`);
}

function inChromium(browser: Browser, root: string, search: Search): Found[] {
  const places = foldersIn(root, search).flatMap((profile) =>
    search.ids.map((id) => ({ id, location: `${profile}\\Extensions\\${id}` })),
  );
  return places.flatMap(({ id, location }) => {
    const versions = foldersIn(location, search);
    const newest = versions.at(-1);
    if (newest === undefined) return [];
    const manifest = readManifest(`${newest}\\manifest.json`, search.gaps);
    return [{ browser, id, origin: 'profile', location, ...manifest }];
  });
}

/** Firefox packs an extension into one file named by its id. */
function inFirefox(root: string, search: Search): Found[] {
  const wanted = new Map(search.ids.map((id) => [`${id}.xpi`.toLowerCase(), id]));
  return foldersIn(root, search).flatMap((profile) =>
    listFolder(`${profile}\\extensions`).entries.flatMap(({ name }) => {
      const id = wanted.get(name.toLowerCase());
      if (id === undefined) return [];
      const location = `${profile}\\extensions\\${name}`;
      return [{ browser: 'firefox', id, name: null, version: null, origin: 'profile', location }];
    }),
  );
}

/** Damaged or missing, it takes nothing away from the finding. */
function readManifest(
  path: string,
  gaps: Gap[],
): {
  readonly name: string | null;
  readonly version: string | null;
} {
  const found = readBounded(path, largestManifest);
  if (!found.read && found.gap !== null) gaps.push(found.gap);
  if (!found.read) return { name: null, version: null };
  try {
    const manifest: unknown = JSON.parse(decodeText(found.content));
    return { name: textIn(manifest, 'name'), version: textIn(manifest, 'version') };
  } catch {
    return { name: null, version: null };
  }
}

/** A name of the form `__MSG_...__` only refers to a translation. */
function textIn(manifest: unknown, key: string): string | null {
  if (typeof manifest !== 'object' || manifest === null) return null;
  const value: unknown = Reflect.get(manifest, key);
  return typeof value === 'string' && !value.startsWith('__MSG_') ? value : null;
}
