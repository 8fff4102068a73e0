import { message } from '../../../../shared/domain/message.ts';
import type { Gap } from '../../../../shared/domain/section.ts';
import { decodeRegistryValue } from '../../registry/decode-registry-value.ts';
import type {
  Registry,
  RegistryKey,
  RegistryRead,
  RegistryValue,
} from '../../registry/registry.ts';
import { advapi32 } from '../ffi/advapi32.ts';
import { fromWide, toWide } from '../ffi/wide-string.ts';
import { win32 } from '../ffi/win32-error.ts';
import { windowsGap } from './windows-gap.ts';

/** Predefined handles are sign-extended 32-bit numbers. Source: Microsoft, Windows SDK header `winreg.h`. */
const roots: ReadonlyMap<string, bigint> = new Map([
  ['HKLM', 0xffffffff80000002n],
  ['HKU', 0xffffffff80000003n],
]);

/** `KEY_READ` in the native view, whatever the bitness of the process (`KEY_WOW64_64KEY`). */
const readNativeView = 0x20019 | 0x100;

/** Subkeys of one key. None that is read has a tenth of it; in their own part anybody could make any number. */
const mostSubkeys = 20_000;
/** Values of one key. Rules of the firewall are values, and servers with many persons have had a hundred thousand. */
const mostValues = 250_000;

type Opened = { readonly handle: bigint } | { readonly code: number };

/**
 * The live registry. Subkeys are opened relative to their parent and all memory is reused, because a whole
 * inventory makes tens of thousands of calls. Not to be used from two threads.
 */
export class WindowsRegistry implements Registry {
  readonly #api = advapi32();
  /** Names of keys have at most 255 characters, names of values 16,383 (Microsoft: "Registry Element Size Limits"). */
  readonly #keyName = Buffer.alloc(2 * 256);
  readonly #valueName = Buffer.alloc(2 * 16_384);
  #data = Buffer.alloc(16_384);
  readonly #result = new BigUint64Array(1);
  readonly #length = new Uint32Array(1);
  readonly #type = new Uint32Array(1);
  readonly #size = new Uint32Array(1);

  readKey(path: string): RegistryRead<RegistryKey> {
    return this.#within(path, (handle) => {
      const read = this.#values(handle);
      return typeof read === 'number'
        ? absentOr(path, read)
        : { found: true, value: { path, name: lastSegment(path), values: read } };
    });
  }

  readChildren(
    path: string,
  ): RegistryRead<{ readonly keys: readonly RegistryKey[]; readonly gaps: readonly Gap[] }> {
    return this.#within(path, (handle) => {
      const keys: RegistryKey[] = [];
      const gaps: Gap[] = [];
      const end = this.#eachSubkey(handle, (name) => {
        const child = this.#child(handle, path, name);
        if (child.found) keys.push(child.value);
        else if (child.gap !== null) gaps.push(child.gap);
      });
      if (end === tooMany) gaps.push(tooManyKeys(path));
      else if (end !== win32.noMoreItems) gaps.push(windowsGap(path, end));
      return { found: true, value: { keys, gaps } };
    });
  }

  subkeyNames(path: string): RegistryRead<readonly string[]> {
    return this.#within(path, (handle) => {
      const names: string[] = [];
      const end = this.#eachSubkey(handle, (name) => names.push(name));
      if (end === tooMany) return { found: false, gap: tooManyKeys(path) };
      return end === win32.noMoreItems ? { found: true, value: names } : absentOr(path, end);
    });
  }

  #within<T>(path: string, read: (handle: bigint) => RegistryRead<T>): RegistryRead<T> {
    const [root = '', ...rest] = path.split('\\');
    const rootHandle = roots.get(root.toUpperCase());
    if (rootHandle === undefined) throw new Error(`Not a registry path that can be read: ${path}`);
    const opened = this.#open(rootHandle, toWide(rest.join('\\')));
    if ('code' in opened) return absentOr(path, opened.code);
    try {
      return read(opened.handle);
    } finally {
      this.#api.RegCloseKey(opened.handle);
    }
  }

  #open(parent: bigint, name: Buffer): Opened {
    const code = this.#api.RegOpenKeyExW(parent, name, 0, readNativeView, this.#result);
    return code === win32.success ? { handle: this.#result[0] ?? 0n } : { code };
  }

  /** Calls `visit` while `#keyName` still holds the name. Returns the code that ended the loop, or {@link tooMany}. */
  #eachSubkey(handle: bigint, visit: (name: string) => void): number {
    const { RegEnumKeyExW } = this.#api;
    for (let index = 0; index < mostSubkeys; index++) {
      this.#length[0] = 256;
      const code = RegEnumKeyExW(
        handle,
        index,
        this.#keyName,
        this.#length,
        null,
        null,
        null,
        null,
      );
      if (code !== win32.success) return code;
      visit(fromWide(this.#keyName, this.#length[0] ?? 0));
    }
    return tooMany;
  }

  #child(parent: bigint, parentPath: string, name: string): RegistryRead<RegistryKey> {
    const path = `${parentPath}\\${name}`;
    // A C string would end at the NUL and another key would be opened.
    if (name.includes('\0')) return { found: false, gap: hiddenKey(path) };
    const opened = this.#open(parent, this.#keyName);
    if ('code' in opened) return absentOr(path, opened.code);
    const values = this.#values(opened.handle);
    this.#api.RegCloseKey(opened.handle);
    if (typeof values === 'number') return absentOr(path, values);
    return { found: true, value: { path, name, values } };
  }

  /** All values of a key, or the number of the error that kept some of them back. */
  #values(handle: bigint): ReadonlyMap<string, RegistryValue> | number {
    const values = new Map<string, RegistryValue>();
    for (let index = 0; index < mostValues; index++) {
      const code = this.#readValue(handle, index);
      if (code === win32.noMoreItems) return values;
      if (code !== win32.success) return code;
      const name = fromWide(this.#valueName, this.#length[0] ?? 0);
      const stored = this.#data.subarray(0, this.#size[0] ?? 0);
      values.set(name.toLowerCase(), decodeRegistryValue(name, this.#type[0] ?? 0, stored));
    }
    return win32.moreData;
  }

  #readValue(handle: bigint, index: number): number {
    for (;;) {
      this.#length[0] = 16_384;
      this.#size[0] = this.#data.length;
      const code = this.#api.RegEnumValueW(
        handle,
        index,
        this.#valueName,
        this.#length,
        null,
        this.#type,
        this.#data,
        this.#size,
      );
      if (code !== win32.moreData) return code;
      // A value can grow between two calls, so the size asked for is only a lower bound.
      this.#data = Buffer.alloc(Math.max(this.#data.length * 2, this.#size[0] ?? 0));
    }
  }
}

/** No code of Windows. */
const tooMany = -1;

const absentCodes: readonly number[] = [win32.fileNotFound, win32.pathNotFound, win32.keyDeleted];

function absentOr<T>(path: string, code: number): RegistryRead<T> {
  return { found: false, gap: absentCodes.includes(code) ? null : windowsGap(path, code) };
}

function tooManyKeys(subject: string): Gap {
  const detail = message('gap.tooManyKeys', { count: mostSubkeys });
  return { subject, reason: 'truncated', detail, needsAdministrator: false };
}

function hiddenKey(path: string): Gap {
  return {
    subject: path.replaceAll('\0', '\\0'),
    reason: 'notSupported',
    detail: message('gap.registry.hiddenName'),
    needsAdministrator: false,
  };
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}
