/** Text of REG_SZ and REG_EXPAND_SZ, number of REG_DWORD, lines of REG_MULTI_SZ, else `hex(type):bytes`. */
export type RegistryValue = string | number | readonly string[];
export type RegistryKey = Readonly<Record<string, RegistryValue>>;
/** Keys by full path. The default value of a key is named `@`. */
export type RegistryTree = Readonly<Record<string, RegistryKey>>;

/** What differs between Wine's own files (`system.reg`) and what `reg export` writes. */
interface Dialect {
  readonly keyLine: RegExp;
  readonly unescapeKey: (text: string) => string;
}

const wine: Dialect = { keyLine: /^\[((?:\\.|[^\]\\])*)\]/, unescapeKey: unescapeWine };
const windows: Dialect = { keyLine: /^\[(.*)\]$/, unescapeKey: (text) => text };

/**
 * Parses a registry file of a Wine prefix; key paths are relative to the hive, which `prefix` names.
 * Wine leaves out keys that hold nothing but other keys: they are put back as empty ones.
 */
export function parseWineRegistry(text: string, prefix: string): RegistryTree {
  const tree = parse(text, wine, `${prefix}\\`);
  const parents = Object.keys(tree).flatMap(ancestors);
  return { ...Object.fromEntries(parents.map((key) => [key, {}])), ...tree };
}

function ancestors(key: string): string[] {
  const names = key.split('\\');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('\\'));
}

/** Parses the text of a `.reg` file. */
export function parseRegFile(text: string): RegistryTree {
  return parse(text, windows, '');
}

function parse(text: string, dialect: Dialect, prefix: string): RegistryTree {
  const tree: Record<string, Record<string, RegistryValue>> = {};
  let values: Record<string, RegistryValue> | undefined;
  for (const line of logicalLines(text)) {
    const key = dialect.keyLine.exec(line)?.[1];
    if (key !== undefined) tree[prefix + dialect.unescapeKey(key)] = values = {};
    else if (values !== undefined) addValue(values, line);
  }
  return tree;
}

function logicalLines(text: string): string[] {
  return text.replace(/\\\r?\n\s*/g, '').split(/\r?\n/);
}

function addValue(values: Record<string, RegistryValue>, line: string): void {
  const parts = /^(@|"((?:\\.|[^"\\])*)")=(.*)$/s.exec(line);
  if (parts === null) return;
  const name = parts[1] === '@' ? '@' : unescapeWine(parts[2] ?? '');
  values[name] = decode(parts[3] ?? '');
}

function decode(raw: string): RegistryValue {
  const quoted = /^(?:str(?:\((\d)\))?:)?"(.*)"$/s.exec(raw);
  if (quoted !== null) return byType(quoted[1] ?? '1', unescapeWine(quoted[2] ?? ''));
  if (raw.startsWith('dword:')) return Number.parseInt(raw.slice(6), 16);
  const hex = /^hex\(([127])\):(.*)$/.exec(raw);
  if (hex === null) return raw;
  const bytes = Buffer.from((hex[2] ?? '').replaceAll(',', ''), 'hex');
  const text = bytes.toString('utf16le');
  return byType(hex[1] ?? '1', hex[1] === '7' ? text : text.replace(/\0$/, ''));
}

function byType(type: string, text: string): RegistryValue {
  if (type !== '7') return text;
  // The last line ends with a zero, and so does the list. Empty lines inside mean something in the list of delayed moves.
  return text.replace(/\0{1,2}$/, '').split('\0');
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\x1b',
};

function unescapeWine(text: string): string {
  return text.replace(/\\(x[0-9a-f]{1,4}|[0-7]{1,3}|.)/gi, (_, code: string) => {
    if (/^x[0-9a-f]/i.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
    return escapes[code] ?? code;
  });
}
