import type { RawValue, RegistryTree } from '../../../../shared/domain/repair-actions.ts';
import { advapi32 } from './advapi32.ts';
import { ntdll } from './ntdll.ts';
import { registryFunctions } from './registry-functions.ts';
import { fromWide, toWide } from './wide-string.ts';
import { win32 } from './win32-error.ts';

const roots: Readonly<Record<string, bigint>> = {
  HKLM: 0xffffffff80000002n,
  HKEY_LOCAL_MACHINE: 0xffffffff80000002n,
  HKU: 0xffffffff80000003n,
};
const nativeView = 0x100;
const access = {
  read: 0x20019,
  queryValue: 0x1,
  setValue: 0x2,
  delete: 0x10000,
  all: 0xf003f,
} as const;
/** `REG_OPTION_OPEN_LINK`: a link is opened itself, and not what it leads to. */
const openLink = 0x8;
/** `REG_OPTION_BACKUP_RESTORE`: goes past access lists for who has the right to back up and to restore, switched on. */
const pastAccessLists = 0x4;
const linkType = 6;
const invalidFunction = 1;
const absent: readonly number[] = [win32.fileNotFound, win32.pathNotFound, win32.keyDeleted];

type Asked<T> = { readonly value: T } | { readonly code: number };

/** One value as it stands; null where there is none. Paths begin with `HKLM\` or `HKU\`. */
export function readRawValue(path: string, name: string): Asked<RawValue | null> {
  let value: RawValue | null = null;
  const code = withKey(path, access.read, (key) => {
    const { RegQueryValueExW } = registryFunctions();
    const [type, size] = [new Uint32Array(1), new Uint32Array(1)];
    const asked = RegQueryValueExW(key, toWide(name), null, type, null, size);
    if (asked !== win32.success) return asked;
    const data = Buffer.alloc(size[0] ?? 0);
    const read = RegQueryValueExW(key, toWide(name), null, type, data, size);
    value = rawValue(type[0] ?? 0, data.subarray(0, size[0] ?? 0));
    return read;
  });
  return code === win32.success ? { value } : absentOr(code);
}

/** Writes a value into a key that is there; 0 or a Windows error number. */
export function writeRawValue(path: string, name: string, value: RawValue): number {
  return withKey(path, access.setValue, (key) => setValue(key, name, value));
}

/** 0 or a Windows error number. */
export function deleteRawValue(path: string, name: string): number {
  return withKey(path, access.setValue, (key) =>
    registryFunctions().RegDeleteValueW(key, toWide(name)),
  );
}

/** A key with all below it; null where there is none. What holds a link to another place is not read. */
export function readRegistryTree(path: string): Asked<RegistryTree | null> {
  const tree: RegistryTree[number][] = [];
  const code = addKey(path, '', tree);
  return code === win32.success ? { value: tree } : absentOr(code);
}

function addKey(path: string, below: string, tree: RegistryTree[number][]): number {
  const here = below === '' ? path : `${path}\\${below}`;
  const names: string[] = [];
  const code = withKey(here, access.read, (key) => {
    const values = valuesOf(key);
    if (typeof values === 'number') return values;
    tree.push({ path: below, values, ...classOf(key), ...securityOf(key) });
    return eachSubkey(key, (name) => names.push(name));
  });
  if (code !== win32.success) return code;
  for (const name of names) {
    const failed = addKey(path, below === '' ? name : `${below}\\${name}`, tree);
    if (failed !== win32.success) return failed;
  }
  return win32.success;
}

/** Nothing for a key without a class, as nearly all are. */
function classOf(key: bigint): { readonly className?: string } {
  const [name, length] = [Buffer.alloc(2 * 256), new Uint32Array([256])];
  const rest = [null, null, null, null, null, null, null, null, null] as const;
  const code = registryFunctions().RegQueryInfoKeyW(key, name, length, ...rest);
  const className = code === win32.success ? fromWide(name, length[0] ?? 0) : '';
  return className === '' ? {} : { className };
}

/** Owner, group and access list. Source: Microsoft, Windows SDK header `winnt.h`, `*_SECURITY_INFORMATION`. */
const ownerGroupAndDacl = 0x7;
/** An access list has at most 64 KiB. */
const mostDescriptorBytes = 0x11000;

function securityOf(key: bigint): { readonly security?: string } {
  const [descriptor, size] = [Buffer.alloc(mostDescriptorBytes), new Uint32Array([0x11000])];
  const { RegGetKeySecurity } = registryFunctions();
  const code = RegGetKeySecurity(key, ownerGroupAndDacl, descriptor, size);
  if (code !== win32.success) return {};
  return { security: descriptor.subarray(0, size[0] ?? 0).toString('hex') };
}

/** Makes a key hold exactly this and nothing else; 0 or a Windows error number. */
export function writeRegistryTree(path: string, tree: RegistryTree): number {
  const now = readRegistryTree(path);
  if ('code' in now) return now.code;
  const wanted = new Set(tree.map((key) => key.path.toLowerCase()));
  const surplus = (now.value ?? []).filter((key) => !wanted.has(key.path.toLowerCase()));
  for (const key of surplus.toReversed()) {
    const code = deleteRegistryTree(`${path}\\${key.path}`);
    if (code !== win32.success && !absent.includes(code)) return code;
  }
  for (const key of tree) {
    const code = writeKey(key.path === '' ? path : `${path}\\${key.path}`, key);
    if (code !== win32.success) return code;
  }
  // From below, because a key may not let anybody look into it.
  for (const key of tree.toReversed()) {
    const code = protectKey(key.path === '' ? path : `${path}\\${key.path}`, key.security);
    if (code !== win32.success) return code;
  }
  return win32.success;
}

/** Windows keeps that a list was inherited only when it is asked to. Source: Microsoft, [MS-DTYP] 2.4.6. */
const inherited = 0x0400;
const inheritRequested = 0x0100;

function protectKey(path: string, security: string | undefined): number {
  if (security === undefined) return win32.success;
  const descriptor = Buffer.from(security, 'hex');
  const control = descriptor.readUInt16LE(2);
  if ((control & inherited) !== 0) descriptor.writeUInt16LE(control | inheritRequested, 2);
  return withKey(path, access.all, (key) =>
    registryFunctions().RegSetKeySecurity(key, ownerGroupAndDacl, descriptor),
  );
}

function writeKey(path: string, { values, className }: RegistryTree[number]): number {
  const opened = openPlainly(path, access.all, (...asked) => openOrMake(className, ...asked));
  if ('code' in opened) return opened.code;
  try {
    return setValues(opened.key, values);
  } finally {
    advapi32().RegCloseKey(opened.key);
  }
}

function setValues(key: bigint, values: RegistryTree[number]['values']): number {
  const now = valuesOf(key);
  if (typeof now === 'number') return now;
  const wanted = new Set(values.map(({ name }) => name.toLowerCase()));
  for (const { name } of now) {
    if (!wanted.has(name.toLowerCase())) registryFunctions().RegDeleteValueW(key, toWide(name));
  }
  for (const value of values) {
    const code = setValue(key, value.name, value);
    if (code !== win32.success) return code;
  }
  return win32.success;
}

/** Deletes a key with all below it; 0 or a Windows error number. */
export function deleteRegistryTree(path: string): number {
  // Windows' own way could be led elsewhere by a link that a person puts there meanwhile.
  if (isPersons(path)) return deleteEachKey(path);
  const at = path.lastIndexOf('\\');
  const code = withKey(path.slice(0, at), access.all, (key) =>
    registryFunctions().RegDeleteTreeW(key, toWide(path.slice(at + 1))),
  );
  return code === win32.accessDenied ? deleteEachKey(path) : code;
}

/**
 * From below, each by what was opened, so that a link that somebody puts among them meanwhile leads nowhere. A product may
 * have forbidden even administrators to delete its keys; the right to restore them goes further.
 */
function deleteEachKey(path: string): number {
  const now = readRegistryTree(path);
  if ('code' in now) return now.code;
  for (const key of (now.value ?? []).toReversed()) {
    const code = withKey(key.path === '' ? path : `${path}\\${key.path}`, access.delete, deleteKey);
    if (code !== win32.success && !absent.includes(code)) return code;
  }
  return win32.success;
}

function deleteKey(key: bigint): number {
  return ntdll().NtDeleteKey(key, 0, 0, 0, 0) === 0 ? win32.success : win32.accessDenied;
}

/** Whether a key, or one of those above it, is a link to another place. That to the control set in use is Windows' own. */
export function isRegistryLink(path: string): boolean {
  const names = path.split('\\');
  return names.slice(2).some((_, index) => {
    const level = names.slice(0, index + 3).join('\\');
    if (/^HKLM\\SYSTEM\\CurrentControlSet$/i.test(level)) return false;
    const link = readRawValue(level, 'SymbolicLinkValue');
    // Below `HKU\` a link is not even opened.
    return 'value' in link ? link.value?.type === linkType : link.code === invalidFunction;
  });
}

function setValue(key: bigint, name: string, { type, data }: RawValue): number {
  const bytes = Buffer.from(data, 'hex');
  return registryFunctions().RegSetValueExW(key, toWide(name), 0, type, bytes, bytes.length);
}

/** All values of a key, or a Windows error number. */
function valuesOf(key: bigint): RegistryTree[number]['values'] | number {
  const { RegEnumValueW } = advapi32();
  const [nameLength, type, size] = [new Uint32Array(1), new Uint32Array(1), new Uint32Array(1)];
  const name = Buffer.alloc(2 * longestName);
  const values: RegistryTree[number]['values'][number][] = [];
  let data = Buffer.alloc(4_096);
  for (;;) {
    nameLength[0] = longestName;
    size[0] = data.length;
    const code = RegEnumValueW(key, values.length, name, nameLength, null, type, data, size);
    if (code === win32.noMoreItems) return values;
    if (code === win32.moreData && data.length < largestValue) {
      data = Buffer.alloc(data.length * 4);
      continue;
    }
    if (code !== win32.success) return code;
    if (type[0] === linkType) return invalidFunction;
    const value = rawValue(type[0] ?? 0, data.subarray(0, size[0] ?? 0));
    values.push({ name: fromWide(name, nameLength[0] ?? 0), ...value });
  }
}

/** Characters; Microsoft: "Registry Element Size Limits". */
const longestName = 16_384;
/** Bytes; nothing that is mended has values this long. */
const largestValue = 1_048_576;

function rawValue(type: number, data: Buffer): RawValue {
  return { type, data: data.toString('hex') };
}

function eachSubkey(key: bigint, visit: (name: string) => void): number {
  const { RegEnumKeyExW } = advapi32();
  const name = Buffer.alloc(2 * 256);
  const length = new Uint32Array(1);
  for (let index = 0; ; index += 1) {
    length[0] = 256;
    const code = RegEnumKeyExW(key, index, name, length, null, null, null, null);
    if (code === win32.noMoreItems) return win32.success;
    if (code !== win32.success) return code;
    visit(fromWide(name, length[0] ?? 0));
  }
}

function withKey(path: string, wanted: number, use: (key: bigint) => number): number {
  const opened = openPlainly(path, wanted);
  if ('code' in opened) return opened.code;
  try {
    return use(opened.key);
  } finally {
    advapi32().RegCloseKey(opened.key);
  }
}

type Opened = { readonly key: bigint } | { readonly code: number };

/**
 * Opens a key itself and not what it may lead to; below `HKU\` level by level, because in their own part a person could have
 * put a link anywhere on the way, and another key would be changed with our rights. The machine's own part has links of
 * Windows (`CurrentControlSet`), and only administrators make one there. `invalidFunction` for a link.
 */
function openPlainly(path: string, wanted: number, next: OpenNext = openExisting): Opened {
  const { root, below } = partsOf(path);
  const stepwise = isPersons(path);
  const names = stepwise ? below.split('\\') : [below];
  let key = root;
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const right = isLast ? wanted : access.read;
    const opened = next(key, name, stepwise ? right | access.queryValue : right);
    if (key !== root) advapi32().RegCloseKey(key);
    if ('code' in opened) return opened;
    if (stepwise && isLink(opened.key)) {
      advapi32().RegCloseKey(opened.key);
      return { code: invalidFunction };
    }
    ({ key } = opened);
  }
  return { key };
}

/** In the part of a person, who may write there what they like. */
function isPersons(path: string): boolean {
  return partsOf(path).root === roots['HKU'];
}

type OpenNext = (parent: bigint, name: string, wanted: number) => Opened;

function openExisting(parent: bigint, name: string, wanted: number): Opened {
  const result = new BigUint64Array(1);
  const { RegOpenKeyExW } = advapi32();
  const open = (how: number) =>
    RegOpenKeyExW(parent, toWide(name), how, wanted | nativeView, result);
  const opened = open(openLink);
  const code = opened === win32.accessDenied ? open(openLink | pastAccessLists) : opened;
  return code === win32.success ? { key: result[0] ?? 0n } : { code };
}

/** What is missing is made; what is there is opened, as it is. */
function openOrMake(
  className: string | undefined,
  parent: bigint,
  name: string,
  wanted: number,
): Opened {
  const there = openExisting(parent, name, wanted);
  if (!('code' in there) || !absent.includes(there.code)) return there;
  const result = new BigUint64Array(1);
  const { RegCreateKeyExW } = registryFunctions();
  const kind = className === undefined ? null : toWide(className);
  const right = wanted | nativeView;
  const code = RegCreateKeyExW(parent, toWide(name), 0, kind, 0, right, null, result, null);
  return code === win32.success ? { key: result[0] ?? 0n } : { code };
}

/** A key that is a link holds where it leads. Microsoft: "REG_LINK", value `SymbolicLinkValue`. */
function isLink(key: bigint): boolean {
  const type = new Uint32Array(1);
  const size = new Uint32Array(1);
  const name = toWide('SymbolicLinkValue');
  const asked = registryFunctions().RegQueryValueExW(key, name, null, type, null, size);
  return asked === win32.success && type[0] === linkType;
}

function partsOf(path: string): { readonly root: bigint; readonly below: string } {
  const at = path.indexOf('\\');
  const root = roots[path.slice(0, at).toUpperCase()];
  if (root === undefined) throw new Error(`Not a registry path that can be changed: ${path}`);
  return { root, below: path.slice(at + 1) };
}

function absentOr<T>(code: number): Asked<T | null> {
  return absent.includes(code) ? { value: null } : { code };
}
