import type { Span } from './name-finder.ts';

/** What a name is the name of; its stand-in is called after it. */
export type NameKind =
  | 'person'
  | 'computer'
  | 'organization'
  | 'policy'
  | 'server'
  | 'share'
  | 'device'
  | 'serial'
  | 'mail'
  | 'sid'
  | 'key'
  | 'mac'
  | 'address'
  | 'phone';

// A piece of a path: up to the next, or the first word of it where the path ends the sentence. In JSON every backslash stands twice.
const slash = String.raw`[\\/]{1,4}`;
const piece = String.raw`(?:[^\\/:*?"<>|\r\n;]{1,64}(?=[\\/"]|$)|[^\\/:*?"<>|\s;,)']{1,64})`;
const profiles = String.raw`Users|home|Documents and Settings|Benutzer|Utilisateurs|Usuarios|Пользователи|用户`;
/** Where an administrator puts the profiles, at the top of a drive or as a share. */
const movedProfiles = String.raw`(?:User[ _-]?|Roaming[ _-]?)?Profiles?\$?|Homes?\$?|Users\$`;

/** Keys, devices and folders of Windows and of the vendor that look like a domain and a person. */
const noDomains =
  'HK[A-Z]{1,3}|HKEY_[A-Z_]{1,16}|SOFTWARE|SYSTEM|SAM|SECURITY|HARDWARE|BCD\\d{0,8}|WINDOWS|WINNT|SYSTEM32|ROOT|NT|AUTHORITY|SERVICE|BUILTIN|USB|USBSTOR|PCI|HID|ACPI|SWD?|STORAGE|SCSI|IDE|DISPLAY|HDAUDIO|BTH[A-Z]{0,8}|UEFI|DRIVERS?|DEVICE|IIS|APPPOOL|X64|X86|AMD64|ARM64|K[A-Z]{2,3}[\\dA-Z]{0,8}|KL[A-Z]{0,12}|AVP[A-Z\\d.]{0,12}';
const account = String.raw`[\p{L}\p{N}_][^\\/:*?"<>|\s;,&@()[\]{}=]{0,63}(?<!\.(?:exe|dll|sys|msi|msp|inf|cat|log|txt|xml|ini|dat|cab|zip|tmp|cmd|bat|ps1))(?![\p{L}\p{N}\\/._-])`;
const domain = String.raw`[\p{L}\p{N}][\p{L}\p{N}.-]{0,62}`;

const host = String.raw`[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}`;
const topLevels =
  'com|net|org|info|biz|edu|gov|mil|int|eu|io|cloud|local|localdomain|lan|corp|intern|internal|intranet|private|home|domain|example|at|au|be|br|by|ca|ch|cn|cz|de|dk|es|fi|fr|gr|hu|ie|il|it|jp|kr|kz|mx|nl|no|nz|pl|pt|ro|ru|se|sk|tr|tw|ua|uk|us|za|рф';

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;

/** By what a log, a registry value or a field of JSON calls what it holds. */
const labels: Readonly<Partial<Record<NameKind, string>>> = {
  person:
    'log ?on ?user(?: ?name)?|user ?name|sam ?account ?name|registered ?owner|run ?as ?user|user ?principal ?name',
  computer: 'computer ?name|machine ?name|host ?name|net ?bios ?name|workstation ?name',
  organization:
    'user ?(?:dns ?)?domain|domain ?name|log ?on ?domain|work ?group|company ?name(?=\\s?=)|registered ?organi[sz]ation',
  server: 'log ?on ?server|server ?(?:name|address)|proxy ?server|domain ?controller',
  serial: 'serial(?: ?number| ?no\\.?)?|asset ?tag|service ?tag',
  device:
    'machine ?guid|hw ?profile ?guid|(?:smbios|system|hardware) ?(?:uuid|guid|id)|uuid|computer ?id|tenant ?id|device ?id|host ?id',
};

/** A number of a device holds digits; anything else is a name up to the end of its word, of its quotes or of its setting. */
const numbers: Readonly<Partial<Record<NameKind, string>>> = {
  serial: String.raw`(?=[\w-]{0,63}\d)[\w-]{4,64}`,
  device: String.raw`(?=[\w-]{0,63}\d)[\w-]{8,64}`,
};
const word = String.raw`[^\s"';,|<>\\{}]{1,64}`;
const toEnd = String.raw`[^\s"';,|<>\\{}=][^"';,|<>\\{}=\r\n]{0,63}?(?=\s{0,4}(?:["';,|<>\\{}]|$|\s[\w.]{1,40}\s?=))`;

const labelled = Object.entries(labels).flatMap(([kind, label]) => {
  const value = numbers[kind as NameKind];
  const before = String.raw`(?<![\p{L}\p{N}])(?:${label})["']?`;
  return value === undefined
    ? [
        String.raw`${before}\s{0,2}:\s{0,2}"(?<${kind}>[^"\r\n]{1,64})"`,
        String.raw`${before}\s{0,2}:\s{0,2}'?(?:\\\\)?(?<${kind}>${word})`,
        String.raw`${before}\s{0,2}=\s{0,2}["']?(?:\\\\)?(?<${kind}>${toEnd})`,
      ]
    : [String.raw`${before}\s{0,2}(?:[:=]\s{0,2}|\s)["']?\{?(?<${kind}>${value})`];
});

/**
 * Places in a text where a name stands, whatever it is: each named group is one, of the kind that the group is called.
 */
const patterns: readonly RegExp[] = [
  String.raw`(?:[\\/]|^)(?:${profiles})${slash}(?<person>${piece})`,
  String.raw`\b[a-z]:${slash}(?:${movedProfiles})${slash}(?<person>${piece})`,
  String.raw`\\\\[^\\/\s]{1,255}${slash}(?:${movedProfiles})${slash}(?<person>${piece})`,
  String.raw`OneDrive - (?<organization>[^\\/:*?"<>|\r\n]{1,64})`,
  String.raw`(?<![\\\p{L}\p{N}:.%)\]>])\\\\(?:\\\\)?(?:\?\\UNC\\)?(?<server>[^\\/:*?"<>|\s.][^\\/:*?"<>|\s]{0,254})\\{1,2}(?<share>${piece})`,
  String.raw`(?<![\p{L}\p{N}])[a-z]{2,6}://(?:[^@/\s]{0,64}@)?(?<server>[\p{L}\p{N}][\p{L}\p{N}._-]{0,252})`,
  String.raw`(?<![\p{L}\p{N}\\/_%])(?:user|account|owner|author|log ?on)["']?(?:\s{0,2}[:=]\s{0,2}|\s)["']?(?!(?:${noDomains})\\)(?<organization>${domain})\\{1,2}(?<person>${account})`,
  String.raw`(?<![\p{L}\p{N}._%+-])(?<mail>[\p{L}\p{N}][\p{L}\p{M}\p{N}._%+-]{0,63}@(?:[\p{L}\p{M}\p{N}-]{1,63}\.){1,8}[\p{L}\p{M}]{2,24})(?![\p{L}\p{N}])`,
  String.raw`(?<![\p{L}\p{N}_.@\\/-])(?<server>(?:${host}\.){1,8}(?:${topLevels}))(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])`,
  String.raw`(?<sid>S-1-(?:5-21|12-1)(?:-\d{1,10}){3,14})`,
  String.raw`(?<![\p{L}\p{N}-])(?=[a-z-]{0,24}\d)(?<key>(?:[0-9a-z]{5}-){3,4}[0-9a-z]{5})(?![\p{L}\p{N}-])`,
  String.raw`(?<![0-9a-f:-])(?<mac>[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5})(?![0-9a-f:-])`,
  String.raw`(?<!version"?\s{0,2}[:=]?\s{0,2}"?)(?<![\d.])(?!\d{1,3}\.0\.0\.0)(?<address>${octet}(?:\.${octet}){3})(?![\d.]{0,16}\d)`,
  String.raw`(?<![0-9a-f:])(?<address>(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4})(?![0-9a-f:])`,
  String.raw`(?<![0-9a-f:])(?<address>(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?:%\w{1,16})?)(?![0-9a-f:])`,
  String.raw`(?<![\p{L}\p{N}+])(?=\+(?:[ ./()-]{0,2}\d){8})(?<phone>\+[1-9]\d{0,2}(?:[ ./-]?\(?\d{1,5}\)?){2,6})(?!\d)`,
  ...labelled,
].map((source) => new RegExp(source, 'dgimu'));

/** Where case tells: a domain is written in capitals, and so is a key. */
const inCapitals: readonly RegExp[] = [
  String.raw`(?<![\p{L}\p{N}\\/:.%_$&-])(?<!\\[^\\/:*?"<>|;,]{0,40})(?!(?:${noDomains})\\)(?<organization>[A-Z][A-Z0-9-]{1,14})\\{1,2}(?<person>(?=..)${account})`,
  String.raw`(?<![0-9A-Z-])(?<key>(?:[0-9A-Z]{4,5}-){3,4}[0-9A-Z]{4,5})(?![0-9A-Z-])`,
].map((source) => new RegExp(source, 'dgmu'));

/** Every place; each repetition in them has an end, so that looking takes time in proportion to the text. */
export const placesOfNames: readonly RegExp[] = [...patterns, ...inCapitals];

/** What stands in the places of a text, in a field that is called `label`. */
export function namesByPlace(text: string, label: string): readonly Span<NameKind>[] {
  const spans = placesOfNames.flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap(groupsOf),
  );
  return ofMakers.test(label) ? spans.filter(({ found }) => found !== 'server') : spans;
}

/** Fields with names of products and makers, some of which are called like a server. */
const ofMakers = /^(?:displayName|productName|companyName|publisher|organization|subject|issuer)$/;

function groupsOf({ indices }: RegExpExecArray): readonly Span<NameKind>[] {
  return Object.entries(indices?.groups ?? {}).flatMap(([kind, place]) =>
    place === undefined ? [] : [{ start: place[0], end: place[1], found: kind as NameKind }],
  );
}

const ofLabels = Object.entries(labels).map(
  ([kind, label]) => [kind as NameKind, new RegExp(`^(?:${label})$`, 'iu')] as const,
);

/** The kind of name that a value holds which is called like this; null where it is no name. */
export function kindOfLabel(label: string): NameKind | null {
  return ofLabels.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}

const accountAfter = new RegExp(String.raw`\\{1,2}(${account})`, 'duy');
const accountBefore = new RegExp(
  String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]{0,63}(?=@$)`,
  'u',
);

/** Who belongs to a domain that stands there, as in `office\marta` and `marta@office`. */
export function accountsAt(text: string, { start, end }: Span<unknown>): readonly Span<NameKind>[] {
  const before = text.slice(Math.max(0, start - 66), start);
  const name = accountBefore.exec(before)?.[0].length;
  if (name !== undefined) return [{ start: start - 1 - name, end: start - 1, found: 'person' }];
  accountAfter.lastIndex = end;
  const [from, to] = accountAfter.exec(text)?.indices?.[1] ?? [];
  const isDomain = !/[\p{L}\p{N}\\/._-]$/u.test(before) && !/\s/.test(text.slice(start, end));
  return isDomain && from !== undefined && to !== undefined
    ? [{ start: from, end: to, found: 'person' }]
    : [];
}
