import { appPackages } from '../../../catalog/app-packages.ts';
import {
  drivers,
  driverVersions,
  updatableDriver,
  versionedDriver,
  type DriverRow,
} from '../../../catalog/drivers.ts';
import { eventChannels, type EventChannelRow } from '../../../catalog/event-channels.ts';
import { lookAlikes } from '../../../catalog/look-alikes.ts';
import { networkAdapters } from '../../../catalog/network-adapters.ts';
import { dataFolders, extraFolders } from '../../../catalog/places.ts';
import { processes, type ProcessRow } from '../../../catalog/processes.ts';
import type { ProductRow } from '../../../catalog/products/product-row.ts';
import { products } from '../../../catalog/products/products.ts';
import { lineVersions, vendorKeyName } from '../../../catalog/registry-keys.ts';
import type { Pattern } from '../../../catalog/row.ts';
import { services, type ServiceRow } from '../../../catalog/services.ts';
import { titleWords } from '../../../catalog/products/title-words.ts';
import { vendorMention } from '../../../catalog/vendor-names.ts';
import { once } from '../../../../shared/domain/once.ts';

/** A row that fits, and whether the pattern behind it is confirmed by a public source. */
export interface RowMatch {
  readonly row: ProductRow;
  readonly confirmed: boolean;
  /** False for a mere translation, behind which may be another product of the vendor. */
  readonly identifies: boolean;
}

interface CompiledPattern extends RowMatch {
  readonly regExp: RegExp;
}

// On most computers nothing passes the cheap tests, and then none of what is made once is needed.
const namePatterns = compile((row) => [...row.names, ...row.translations]);
const linePatterns = compile((row) => row.lines);
const folderPatterns = compile((row) => row.folders);
const rowOfCode = once(
  () =>
    new Map(products.flatMap((row) => row.productCodes.map((known) => [known.code, row] as const))),
);
const rowOfUpgradeCode = once(
  () =>
    new Map(products.flatMap((row) => row.upgradeCodes.map(({ code }) => [code, row] as const))),
);
const serviceRows = once(() =>
  services.map((row) => ({ row, regExp: new RegExp(row.match, 'i') })),
);
const anyService = new RegExp(services.map((row) => row.match).join('|'), 'i');
const driverRows = new Map(drivers.map((row) => [row.name, row]));
const processRows = new Map(processes.map((row) => [row.image, row]));
const driverName = new RegExp(
  `^(${drivers.map((row) => row.name).join('|')})(?:_sha1)?(?:[._][a-z0-9._-]+)?$`,
  'i',
);
const updatable = new RegExp(updatableDriver.match, 'i');
const versioned = new RegExp(versionedDriver.match, 'i');
const versions = once(() =>
  driverVersions.map((row) => ({ ...row, regExp: new RegExp(row.match, 'i') })),
);
const versionsOfLines = once(() =>
  lineVersions.map((row) => ({ ...row, regExp: new RegExp(row.match, 'i') })),
);
const lookAlikeNames = new RegExp(lookAlikes.flatMap((row) => row.name ?? []).join('|'), 'i');
const lookAlikePaths = new RegExp(lookAlikes.flatMap((row) => row.path ?? []).join('|'), 'i');
const dataPlaces = once(() =>
  dataFolders.map((row) => ({ row, regExp: new RegExp(row.match, 'i') })),
);
const anyDataPlace = new RegExp(dataFolders.map((row) => row.match).join('|'), 'i');
const extras = once(() => extraFolders.map((row) => ({ row, regExp: new RegExp(row.match, 'i') })));

const apps = once(() => appPackages.map((row) => ({ row, regExp: new RegExp(row.match) })));
const channels = new Map(eventChannels.map((row) => [row.name.toLowerCase(), row]));
const adapters = once(() =>
  networkAdapters.map((row) => ({ row, regExp: new RegExp(row.match, 'i') })),
);

const lineKey = once(() => {
  const anyLine = linePatterns()
    .map(({ regExp }) => regExp.source.slice(1, -1))
    .join('|');
  return new RegExp(
    `^HK(LM|U\\\\[^\\\\]+)\\\\SOFTWARE\\\\(?:WOW6432Node\\\\)?${vendorKeyName}\\\\(?:protected\\\\)?(${anyLine})(?=\\\\|$)(?:\\\\(.*))?$`,
    'iu',
  );
});

const worthALook = new RegExp(`${vendorMention}|ultra ?(?:av|vpn)`, 'i');

/** One cheap test that everything of interest passes; nothing else is looked at closely. */
export function mentionsVendor(...texts: readonly (string | null)[]): boolean {
  return texts.some((text) => text !== null && worthALook.test(text));
}

export function rowByName(name: string | null): RowMatch | null {
  return name === null ? null : firstMatch(namePatterns, name.trim());
}

const words = once(() => new Set(titleWords));
/** Versions, patches, architectures, and scripts that put no space between words. */
const isNoWord =
  /^(?:v?[\d.]+\p{L}?|(?:sp|mr|mp|cf|r)\d*|x64|x86|[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー]+)$/u;

/** A letter that a recorder could not write stands as a mark: `f�r`, `f?r`. */
const lostLetter = /(?<=\p{L})[\uFFFD?](?=\p{L})/gu;

function isTitleWord(part: string): boolean {
  if (words().has(part)) return true;
  const pattern = part.replace(lostLetter, '.');
  return (
    pattern !== part && /^[\p{L}.]+$/u.test(pattern) && hasWord(new RegExp(`^${pattern}$`, 'u'))
  );
}

function hasWord(pattern: RegExp): boolean {
  return titleWords.some((word) => pattern.test(word));
}

/** True when nothing stands in a name but what stands in the titles of the vendor's products. */
export function isTitle(name: string | null): boolean {
  if (!mentionsVendor(name)) return false;
  const parts = (name ?? '').toLowerCase().split(/[\s,()[\]®™–]+|(?<=\s)-(?=\s)/u);
  return parts.every(
    (part) => part === '' || part === '-' || isTitleWord(part) || isNoWord.test(part),
  );
}

export function rowByLine(line: string): RowMatch | null {
  return firstMatch(linePatterns, line);
}

export function rowByFolder(name: string): RowMatch | null {
  return rowByTitleFolder(name) ?? firstMatch(linePatterns, name);
}

/** A folder of programs bears the title of its product; what a table does not know is read as a title. */
export function rowByTitleFolder(name: string): RowMatch | null {
  const known = firstMatch(folderPatterns, name);
  if (known) return known;
  const titled = isTitle(name) ? rowByName(name) : null;
  return titled && { ...titled, confirmed: false };
}

export function rowByCode(code: string): ProductRow | null {
  return rowOfCode().get(code) ?? null;
}

/** By its product code, else by what it has in common with its other versions. */
export function rowOfInstaller(code: string, upgradeCode: string | undefined): ProductRow | null {
  return rowByCode(code) ?? rowOfUpgradeCode().get(upgradeCode?.toUpperCase() ?? '') ?? null;
}

/**
 * The registry line that a data folder is named after, in upper case; null when it is not. Some folders have a dot
 * before the version that the line has not.
 */
export function lineOfFolder(name: string): string | null {
  if (!firstMatch(linePatterns, name)) return null;
  return name.toUpperCase().replace(/^([A-Z]+)\.(?=\d)/, '$1');
}

/** The version of the product that a line belongs to; null when its name does not tell. */
export function versionOfLine(line: string): string | null {
  const row = versionsOfLines().find(({ regExp }) => regExp.test(line));
  return row === undefined ? null : line.replace(row.regExp, row.version);
}

/**
 * A vendor key taken apart: its hive (`HKLM` or `HKU\\<sid>`), its line in upper case, the key of the line
 * itself, and what follows it in lower case.
 */
export interface ParsedLineKey {
  readonly root: string;
  readonly line: string;
  readonly top: string;
  readonly rest: string;
}

export function parseLineKey(key: string): ParsedLineKey | null {
  const found = lineKey().exec(key);
  if (!found) return null;
  const [, hive = '', line = '', rest = ''] = found;
  const top = rest === '' ? key.replace(/\\$/, '') : key.slice(0, -rest.length - 1);
  return {
    root: `HK${hive.toUpperCase()}`,
    line: line.toUpperCase(),
    top,
    rest: rest.toLowerCase(),
  };
}

export function serviceByName(name: string): { row: ServiceRow; line: string | null } | null {
  if (!anyService.test(name)) return null;
  for (const { row, regExp } of serviceRows()) {
    if (regExp.test(name)) {
      return { row, line: row.line && name.replace(regExp, row.line).toUpperCase() };
    }
  }
  return null;
}

/** What a driver's service name tells. `row` is null for those that only a pattern knows. */
export interface DriverMatch {
  readonly row: DriverRow | null;
  readonly purpose: DriverRow['purpose'];
  readonly line: string | null;
  readonly product: string | null;
}

export function driverByName(name: string): DriverMatch | null {
  const plain = driverName.exec(name)?.[1]?.toLowerCase();
  const row = plain === undefined ? null : (driverRows.get(plain) ?? null);
  const isUpdatable = updatable.test(name);
  if (row === null && !isUpdatable && !versioned.test(name)) return null;
  const version = versions().find(({ regExp }) => regExp.test(name));
  const digits = version?.regExp.exec(name)?.[0] ?? '';
  return {
    row,
    purpose: row?.purpose ?? (isUpdatable ? 'driver.antiRootkit' : 'driver.other'),
    line: version?.line ? digits.replace(version.regExp, version.line) : null,
    product: version?.product ?? null,
  };
}

export function processByName(image: string): ProcessRow | null {
  return processRows.get(image.toLowerCase()) ?? null;
}

/** True for something that only looks like the vendor's. */
export function isLookAlike(name: string, path: string | null): boolean {
  return lookAlikeNames.test(name)
    ? !mentionsVendor(path)
    : path !== null && lookAlikePaths.test(path);
}

/** The product that an app of the Store kind belongs to, by its name without version and hash. */
export function productOfApp(name: string): string | null {
  return apps().find(({ regExp }) => regExp.test(name))?.row.product ?? null;
}

export function channelByName(name: string): EventChannelRow | null {
  return channels.get(name.toLowerCase()) ?? null;
}

/** The product that brings a network adapter of this description. */
export function productOfAdapter(description: string): string | null {
  return adapters().find(({ regExp }) => regExp.test(description))?.row.product ?? null;
}

/** The product whose data a folder outside the vendor's own folders holds. */
export function productOfExtraFolder(path: string): string | null {
  return extras().find(({ regExp }) => regExp.test(path))?.row.product ?? null;
}

/** The product whose data lies at a path below a name that several share. */
export function productOfData(path: string): string | null {
  if (!anyDataPlace.test(path)) return null;
  return dataPlaces().find(({ regExp }) => regExp.test(path))?.row.product ?? null;
}

function compile(patternsOf: (row: ProductRow) => readonly Pattern[]): () => CompiledPattern[] {
  return once(() =>
    products.flatMap((row) =>
      patternsOf(row).map((pattern) => ({
        row,
        confirmed: pattern.confidence !== 'U',
        identifies: !row.translations.includes(pattern),
        regExp: new RegExp(pattern.match, 'iu'),
      })),
    ),
  );
}

function firstMatch(patterns: () => readonly CompiledPattern[], text: string): RowMatch | null {
  return patterns().find(({ regExp }) => regExp.test(text)) ?? null;
}
