import { parseCommandLine } from '../../../shared/windows/command-line.ts';

/**
 * Where the vendor makes folders and keys of its own. Whoever moves or deletes asks here once more, whatever a plan says:
 * what is not named here cannot be touched.
 */
const folderNames = ['Kaspersky Lab', 'KasperskyLab'];

/** A folder of the vendor, or one in it: which one, and the place that it stands in. */
export interface VendorFolderPlace {
  readonly vendorFolder: string;
  /** From the folder of the vendor down; empty for that itself. */
  readonly below: readonly string[];
}

/** Null for a path that is not plain, and for one outside the folders of the vendor in these places. */
export function vendorFolderPlace(
  path: string,
  places: readonly string[],
): VendorFolderPlace | null {
  if (!isPlain(path)) return null;
  for (const place of places) {
    for (const name of folderNames) {
      const vendorFolder = `${place}\\${name}`;
      if (isSame(path, vendorFolder)) return { vendorFolder: path, below: [] };
      if (!path.toLowerCase().startsWith(`${vendorFolder.toLowerCase()}\\`)) continue;
      const below = path.slice(vendorFolder.length + 1).split('\\');
      return { vendorFolder: path.slice(0, vendorFolder.length), below };
    }
  }
  return null;
}

/** A full path on a drive, spelt in one way only. Windows drops dots and blanks at the end of a name. */
function isPlain(path: string): boolean {
  const [drive = '', ...names] = path.split('\\');
  return (
    /^[a-z]:$/i.test(drive) &&
    names.length > 1 &&
    names.every((name) => name !== '' && !/[/:*?"<>|]|[. ]$/.test(name) && !hasControl(name))
  );
}

function hasControl(name: string): boolean {
  return [...name].some((sign) => sign < ' ');
}

/**
 * A person's account is of a domain or of this computer (`S-1-5-21-…`), or of Entra ID (`S-1-12-1-…`). Source: Microsoft,
 * "Well-known SIDs".
 */
const hive = 'HK(?:LM|U\\\\S-1-(?:5-21|12-1)-[\\d-]+)\\\\SOFTWARE\\\\(?:WOW6432Node\\\\)?';
const currentVersion = 'Microsoft\\\\Windows\\\\CurrentVersion\\\\';
const extension = '[a-p]{32}';

/** Where Windows Firewall keeps the rules of the computer itself, each as a value. */
export const firewallRulesKey =
  'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules';

const eventLog =
  'HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Services\\\\EventLog\\\\(Kaspersky[^\\\\]*)';

/** The keys that may go, in full. Sources of the vendor's names: see the rows of the catalogue. */
const keys = [
  `${hive}KasperskyLab(?:\\\\[^\\\\]+)*`,
  `${hive}${currentVersion}Uninstall\\\\[^\\\\]+`,
  `${hive}(?:Google\\\\Chrome|Microsoft\\\\Edge)\\\\Extensions\\\\${extension}`,
  `${hive}(?:Google\\\\Chrome|Microsoft\\\\Edge)\\\\NativeMessagingHosts\\\\com\\.kaspersky\\.[^\\\\]+`,
  eventLog,
].map((source) => new RegExp(`^${source}$`, 'i'));

/** The keys of which single values may go. */
const valueKeys = [
  `${hive}${currentVersion}Run(?:Once)?`,
  `${hive}Policies\\\\(?:Google\\\\Chrome|Microsoft\\\\Edge)\\\\ExtensionInstallForcelist`,
].map((source) => new RegExp(`^${source}$`, 'i'));

/** Whether a key as a whole is one that may go. */
export function isVendorKeyPlace(key: string): boolean {
  return keys.some((pattern) => pattern.test(key));
}

/** The log of events that a key of the vendor registers; null for any other key. */
export function eventLogOf(key: string): string | null {
  return new RegExp(`^${eventLog}$`, 'i').exec(key)?.[1] ?? null;
}

/** Whether a key is an entry in the list of programs, where those of every vendor stand. */
export function isEntryOfPrograms(key: string): boolean {
  return /\\Uninstall\\[^\\]+$/i.test(key);
}

/** Whether single values of a key may go. */
export function isValuePlace(key: string): boolean {
  return valueKeys.some((pattern) => pattern.test(key));
}

/** Whether a task may go by its path: none of those that Windows brought along. */
export function isPlaceOfTask(path: string): boolean {
  const [first, ...names] = path.split('\\');
  return (
    first === '' &&
    names.length > 0 &&
    !isSame(names[0] ?? '', 'Microsoft') &&
    names.every((name) => name !== '' && !/[/:*?"<>|]|[. ]$/.test(name) && !hasControl(name))
  );
}

/** The person whose settings a key belongs to; null for one of the machine. */
export function personOf(key: string): string | null {
  return /^HKU\\(S-[\d-]+)\\/i.exec(key)?.[1] ?? null;
}

/** Whether the program of a service lies, or lay, in a folder of the vendor. */
export function isVendorProgram(imagePath: string | null): boolean {
  const parsed = parseCommandLine(imagePath ?? '');
  const program = parsed.ok ? parsed.program : (imagePath ?? '');
  const names = program.toLowerCase().split('\\');
  return !names.includes('..') && folderNames.some((name) => names.includes(name.toLowerCase()));
}

/** Whether a text names the vendor, in Latin or Cyrillic letters. */
export function namesVendor(text: string): boolean {
  return /kaspersky|касперск/i.test(text);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
