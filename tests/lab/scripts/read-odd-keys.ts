/**
 * Runs on the Windows of the lab: makes keys and values with names and data that are allowed but unusual, then reads
 * them back with the functions the program uses.
 */
import koffi from 'koffi';
import { toWide } from '../../../src/main/machine/windows/ffi/wide-string.ts';
import { WindowsRegistry } from '../../../src/main/machine/windows/system/windows-registry.ts';
import type { RegistryKey } from '../../../src/main/machine/registry/registry.ts';

const advapi32 = koffi.load('advapi32.dll');
const ntdll = koffi.load('ntdll.dll');
const createKey = advapi32.func(
  'int32 __stdcall RegCreateKeyExW(void *key, void *name, uint32 reserved, void *class, uint32 options, uint32 access, void *security, void *result, void *disposition)',
);
const setValue = ntdll.func(
  'int32 __stdcall NtSetValueKey(void *key, void *name, uint32 index, uint32 type, void *data, uint32 size)',
);
const ntCreateKey = ntdll.func(
  'int32 __stdcall NtCreateKey(void *result, uint32 access, void *attributes, uint32 index, void *class, uint32 options, void *disposition)',
);
const setSecurity = advapi32.func(
  'int32 __stdcall RegSetKeySecurity(void *key, uint32 what, void *descriptor)',
);
const parseDescriptor = advapi32.func(
  'int __stdcall ConvertStringSecurityDescriptorToSecurityDescriptorW(void *text, uint32 revision, void *descriptor, void *size)',
);

const localMachine = 0xffffffff80000002n;
const everything = 0xf003f;
const root = 'SOFTWARE\\OddKeys';

function check(code: number, what: string): void {
  if (code !== 0) throw new Error(`${what} failed with 0x${(code >>> 0).toString(16)}`);
}

function create(name: string): bigint {
  const result = new BigUint64Array(1);
  const path = toWide(name === '' ? root : `${root}\\${name}`);
  check(createKey(localMachine, path, 0, null, 0, everything, null, result, null), name);
  return result[0] ?? 0n;
}

/** A UNICODE_STRING counts its bytes, so it may hold NUL characters. */
function unicodeString(text: string): { readonly structure: Buffer; readonly bytes: Buffer } {
  const bytes = Buffer.from(text, 'utf16le');
  const structure = Buffer.alloc(16);
  structure.writeUInt16LE(bytes.length, 0);
  structure.writeUInt16LE(bytes.length, 2);
  structure.writeBigUInt64LE(koffi.address(bytes), 8);
  return { structure, bytes };
}

function write(key: bigint, name: string, type: number, data: Buffer): void {
  const { structure } = unicodeString(name);
  check(setValue(key, structure, 0, type, data, data.length), `value ${name}`);
}

function createHidden(parent: bigint, name: string): void {
  const { structure } = unicodeString(name);
  const attributes = Buffer.alloc(48);
  attributes.writeUInt32LE(48, 0);
  attributes.writeBigUInt64LE(parent, 8);
  attributes.writeBigUInt64LE(koffi.address(structure), 16);
  const result = new BigUint64Array(1);
  check(ntCreateKey(result, everything, attributes, 0, null, 0, null), 'hidden key');
}

const wide = (text: string) => Buffer.from(text, 'utf16le');
const parent = create('');
for (const name of ['Касперский 卡巴斯基 كاسبرسكي 😀', 'half \ud83d pair', 'k'.repeat(255)])
  create(name);

const values = create('values');
write(values, '', 1, wide('default\0'));
write(values, 'no end', 1, wide('text without its end'));
write(values, 'two\0names', 1, wide('first\0second\0'));
write(values, 'v'.repeat(16_383), 4, Buffer.from([1, 2, 3, 0xff]));
write(values, 'odd size', 1, Buffer.concat([wide('odd'), Buffer.from([7])]));
write(values, 'short number', 4, Buffer.from([1, 2]));
write(values, 'big number', 11, Buffer.from('0100000000000080', 'hex'));
write(values, 'list', 7, wide('a\0\0b\0\0'));
write(values, 'megabyte', 3, Buffer.alloc(1024 * 1024, 0xab));
write(values, 'unknown type', 4711, Buffer.from([9]));

const denied = create('denied');
const descriptor = new BigUint64Array(1);
// Nobody may read it, not even its owner; everybody may read the access list.
parseDescriptor(toWide('D:P(A;;RC;;;WD)'), 1, descriptor, null);
check(setSecurity(denied, 4, descriptor[0] ?? 0n), 'access list');

createHidden(parent, 'hidden\0key');

function show(key: RegistryKey): object {
  const entries = [...key.values.values()].map(({ name, type, size, data }) => {
    const text = typeof data === 'bigint' ? String(data) : data;
    const shown =
      text instanceof Uint8Array ? `bytes ${text.length}: ${text.slice(0, 4).join()}` : text;
    return { name, type, size, data: shown };
  });
  return { path: key.path, name: key.name, values: entries };
}

const registry = new WindowsRegistry();
const children = registry.readChildren(`HKLM\\${root}`);
const names = registry.subkeyNames(`HKLM\\${root}`);
console.log(
  JSON.stringify({
    keys: children.found ? children.value.keys.map(show) : null,
    gaps: children.found ? children.value.gaps : null,
    names: names.found ? names.value : null,
    absent: registry.readKey('HKLM\\SOFTWARE\\NoSuchKey\\Below'),
    denied: registry.readKey(`HKLM\\${root}\\denied`),
    otherCase: registry.readKey(`hklm\\software\\ODDKEYS\\Values`).found,
  }),
);
