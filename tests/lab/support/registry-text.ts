/** Text of REG_SZ and REG_EXPAND_SZ, number of REG_DWORD, lines of REG_MULTI_SZ, else `hex(type):bytes`. */
export type RegistryValue = string | number | readonly string[];
export type RegistryKey = Readonly<Record<string, RegistryValue>>;
/** Keys by full path. The default value of a key is named `@`. */
export type RegistryTree = Readonly<Record<string, RegistryKey>>;

/** Sections of Wine's files that were parsed before, by their text: most of a registry is the same in each of them. */
const parsedBefore = new Map<string, RegistryKey>();

/**
 * Parses a registry file of a Wine prefix; key paths are relative to the hive, which `prefix` names. A section that
 * was parsed before is the same object again.
 * Wine leaves out keys that hold nothing but other keys: they are put back as empty ones.
 */
export function parseWineRegistry(text: string, prefix: string): RegistryTree {
  const tree: Record<string, RegistryKey> = {};
  for (const section of text.split(/\n(?=\[)/)) {
    const [line = ''] = section.split('\n', 1);
    const key = /^\[((?:\\.|[^\]\\])*)\]/.exec(line)?.[1];
    if (key !== undefined)
      tree[`${prefix}\\${unescapeWine(key)}`] = wineValues(section.slice(line.length));
  }
  for (const key of Object.keys(tree)) addParents(tree, key);
  return tree;
}

function wineValues(text: string): RegistryKey {
  const values = parsedBefore.get(text) ?? valuesIn(logicalLines(text));
  parsedBefore.set(text, values);
  return values;
}

function addParents(tree: Record<string, RegistryKey>, key: string): void {
  const parent = key.slice(0, Math.max(0, key.lastIndexOf('\\')));
  if (parent === '' || tree[parent] !== undefined) return;
  tree[parent] = {};
  addParents(tree, parent);
}

/** Parses the text of a `.reg` file. */
export function parseRegFile(text: string): RegistryTree {
  const tree: Record<string, Record<string, RegistryValue>> = {};
  let values: Record<string, RegistryValue> | undefined;
  for (const line of logicalLines(text)) {
    const key = /^\[(.*)\]$/.exec(line)?.[1];
    if (key !== undefined) tree[key] = values = {};
    else if (values !== undefined) addValue(values, line);
  }
  return tree;
}

function valuesIn(lines: readonly string[]): RegistryKey {
  const values: Record<string, RegistryValue> = {};
  for (const line of lines) addValue(values, line);
  return values;
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
