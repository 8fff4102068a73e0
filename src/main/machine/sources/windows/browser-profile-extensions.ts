import { readFileSync } from 'node:fs';
import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { BrowserExtension } from '../../../../shared/domain/inventory/browser-extensions.ts';
import type { UserProfile } from '../../../../shared/domain/inventory/profiles.ts';
import { readSection, type Gap } from '../../../../shared/domain/section.ts';
import { decodeText } from '../../windows/files/decode-text.ts';
import { listFolder } from '../../windows/files/list-folder.ts';

type Browser = BrowserExtension['browser'];

/** Where browsers built on Chromium keep their profiles, below the folder of a user. */
const chromiumFolders: readonly { readonly browser: Browser; readonly folder: string }[] = [
  { browser: 'chrome', folder: 'AppData\\Local\\Google\\Chrome\\User Data' },
  { browser: 'edge', folder: 'AppData\\Local\\Microsoft\\Edge\\User Data' },
  { browser: 'other', folder: 'AppData\\Local\\BraveSoftware\\Brave-Browser\\User Data' },
  { browser: 'other', folder: 'AppData\\Local\\Chromium\\User Data' },
  { browser: 'other', folder: 'AppData\\Local\\Vivaldi\\User Data' },
];
const firefoxFolder = 'AppData\\Roaming\\Mozilla\\Firefox\\Profiles';

/** The extensions with one of these ids that lie in the browser profiles of the users. */
export function findProfileExtensions(
  profiles: readonly UserProfile[],
  ids: readonly string[],
): Inventory['browserExtensions'] {
  const gaps: Gap[] = [];
  const items = profiles.flatMap((profile) =>
    [
      ...chromiumFolders.flatMap(({ browser, folder }) =>
        inChromium(browser, `${profile.folder}\\${folder}`, ids, gaps),
      ),
      ...inFirefox(`${profile.folder}\\${firefoxFolder}`, ids, gaps),
    ].map((found) => ({ ...found, userSid: profile.sid })),
  );
  return readSection(items, gaps);
}

type Found = Omit<BrowserExtension, 'userSid'>;

function foldersIn(folder: string, gaps: Gap[]): string[] {
  const { entries, gap } = listFolder(folder);
  if (gap !== null) gaps.push(gap);
  return entries
    .filter((entry) => entry.kind === 'folder')
    .map((entry) => `${folder}\\${entry.name}`);
}

function inChromium(browser: Browser, root: string, ids: readonly string[], gaps: Gap[]): Found[] {
  const places = foldersIn(root, gaps).flatMap((profile) =>
    ids.map((id) => ({ id, location: `${profile}\\Extensions\\${id}` })),
  );
  return places.flatMap(({ id, location }) => {
    const versions = foldersIn(location, gaps);
    const newest = versions.at(-1);
    if (newest === undefined) return [];
    return [
      { browser, id, origin: 'profile', location, ...readManifest(`${newest}\\manifest.json`) },
    ];
  });
}

/** Firefox packs an extension into one file named by its id. */
function inFirefox(root: string, ids: readonly string[], gaps: Gap[]): Found[] {
  const wanted = new Map(ids.map((id) => [`${id}.xpi`.toLowerCase(), id]));
  return foldersIn(root, gaps).flatMap((profile) =>
    listFolder(`${profile}\\extensions`).entries.flatMap(({ name }) => {
      const id = wanted.get(name.toLowerCase());
      if (id === undefined) return [];
      const location = `${profile}\\extensions\\${name}`;
      return [{ browser: 'firefox', id, name: null, version: null, origin: 'profile', location }];
    }),
  );
}

/** Damaged or missing, it takes nothing away from the finding. */
function readManifest(path: string): {
  readonly name: string | null;
  readonly version: string | null;
} {
  try {
    const manifest: unknown = JSON.parse(decodeText(readFileSync(path)));
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
