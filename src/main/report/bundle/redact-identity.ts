/** What is known to be personal before a text is looked at. */
export interface KnownIdentity {
  readonly computers: readonly string[];
  readonly people: readonly string[];
  /** Names of servers and of what an organization calls its policies. */
  readonly organization: readonly string[];
  /** Numbers that single devices bear. */
  readonly devices: readonly string[];
  /** Anything else that must not leave the house, for example a customer's name. */
  readonly others: readonly string[];
}

/** Takes personal data out of several texts in the same way, so that they can still be compared. */
export class IdentityRedactor {
  readonly #names: readonly (readonly [pattern: RegExp, kind: string])[];
  readonly #numbers = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** `texts` are all that will be redacted: a user's folder named in one gives the name away in all. */
  constructor(known: KnownIdentity, texts: readonly string[]) {
    const people = [...known.people, ...texts.flatMap(namesInPaths)].filter(isPersonal);
    this.#names = [
      ...known.computers.map((name) => [name, 'computer'] as const),
      ...people.map((name) => [name, 'user'] as const),
      ...known.organization.map((name) => [name, 'organization'] as const),
      ...known.devices.map((name) => [name, 'device'] as const),
      ...known.others.map((name) => [name, 'person'] as const),
    ]
      .filter(([name]) => name.trim().length > 1)
      .toSorted(([one], [other]) => other.length - one.length)
      .map(([name, kind]) => [wordPattern(name), kind]);
  }

  redact(text: string): string {
    const withoutShapes = shapes.reduce(
      (rest, { kind, pattern }) =>
        rest.replaceAll(pattern, (match) => this.#placeholder(kind, match)),
      text,
    );
    return this.#names.reduce(
      (rest, [pattern, kind]) =>
        rest.replaceAll(pattern, (match) => this.#placeholder(kind, match)),
      withoutShapes,
    );
  }

  /** The same for the same, in every text. */
  #placeholder(kind: string, match: string): string {
    const key = `${kind}:${match.toLowerCase()}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const placeholder = `[${kind}-${count}]`;
    this.#numbers.set(key, placeholder);
    return placeholder;
  }
}

/** Personal by what they look like. A version number has the shape of an address; its label tells it apart. */
const shapes: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: 'mail', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g },
  { kind: 'sid', pattern: /S-1-(?:5-21|12-1)(?:-\d{1,10}){3,14}/gi },
  {
    kind: 'key',
    pattern: /(?<![0-9A-Z-])(?:[0-9A-Z]{4,5}-){3,4}[0-9A-Z]{4,5}(?![0-9A-Z-])/g,
  },
  { kind: 'mac', pattern: /(?<![0-9a-f:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![0-9a-f:-])/gi },
  {
    kind: 'address',
    pattern:
      /(?<!version"?\s{0,2}[:=]?\s{0,2}"?)(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.]*\d)/gi,
  },
  {
    kind: 'address',
    pattern: /(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![0-9a-f:])/gi,
  },
  {
    kind: 'address',
    pattern:
      /(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?:%\w{1,16})?(?![0-9a-f:])/gi,
  },
  {
    kind: 'host',
    pattern: /\b(?:[a-z0-9-]{1,63}\.){1,6}(?:local|lan|corp|intern|internal|home|domain)\b/gi,
  },
  { kind: 'serial', pattern: /(?<=\bserial(?:\s?number)?"?\s{0,2}[:=]\s{0,2}"?)[\w-]{4,64}/gi },
];

/** The folder of a profile is named after its user; in JSON every backslash stands twice. */
function namesInPaths(text: string): readonly string[] {
  const pattern =
    /(?:[\\/]|^)(?:Users|home|Documents and Settings)[\\/]{1,4}([^\\/:*?"<>|\r\n]{1,64})/gi;
  return [...text.matchAll(pattern)].map(([, name = '']) => name.trim());
}

const ofWindows: ReadonlySet<string> = new Set([
  'public',
  'default',
  'default user',
  'all users',
  'defaultapppool',
  'systemprofile',
  'localservice',
  'networkservice',
  'system',
]);

function isPersonal(name: string): boolean {
  return !ofWindows.has(name.toLowerCase());
}

/** As a whole word, so that a user named Max does not change every maximum. */
function wordPattern(name: string): RegExp {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])${escaped}(?![\p{L}\p{N}_])`, 'giu');
}
