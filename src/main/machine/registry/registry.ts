import type { Gap } from '../../../shared/domain/section.ts';

/** Registry value types by their Windows names. An unknown number keeps its number. */
export type RegistryType =
  | 'REG_NONE'
  | 'REG_SZ'
  | 'REG_EXPAND_SZ'
  | 'REG_BINARY'
  | 'REG_DWORD'
  | 'REG_DWORD_BIG_ENDIAN'
  | 'REG_LINK'
  | 'REG_MULTI_SZ'
  | 'REG_QWORD'
  | `REG_${number}`;

/** Strings end at the first NUL; numbers are unsigned; everything else stays bytes. */
export type RegistryData = string | number | bigint | readonly string[] | Uint8Array;

export interface RegistryValue {
  readonly name: string;
  readonly type: RegistryType;
  /** Bytes as stored. */
  readonly size: number;
  readonly data: RegistryData;
}

export interface RegistryKey {
  /** Full native path, for example `HKLM\SOFTWARE\WOW6432Node\KasperskyLab`. */
  readonly path: string;
  readonly name: string;
  /** By lower-case name; the default value has the empty name. */
  readonly values: ReadonlyMap<string, RegistryValue>;
}

/** Absence is an answer; a failure is not. */
export type RegistryRead<T> =
  | { readonly found: true; readonly value: T }
  | { readonly found: false; readonly gap: Gap | null };

/**
 * Read-only access to a registry: the live one, a `.reg` export or a hive file. Paths start with `HKLM\` or
 * `HKU\` and are native (the 64-bit view), so `WOW6432Node` is written out and both views are reachable.
 * Names are compared without regard to case.
 */
export interface Registry {
  /** One key with its values. `found: false` with a null gap means that the key does not exist. */
  readKey(path: string): RegistryRead<RegistryKey>;
  /** All direct subkeys with their values. Subkeys that cannot be opened are listed as gaps. */
  readChildren(
    path: string,
  ): RegistryRead<{ readonly keys: readonly RegistryKey[]; readonly gaps: readonly Gap[] }>;
  /** Names of the direct subkeys. */
  subkeyNames(path: string): RegistryRead<readonly string[]>;
}
