import koffi from 'koffi';
import type { LibraryHandle } from 'koffi';
import { assertWindows } from './assert-windows.ts';
import { fromWide } from './wide-string.ts';

/**
 * Calls in background threads run on memory of the FFI library's own, 128 KiB of it unless told otherwise. Code of Windows
 * is written for the 1 MiB that its threads have; in less, the shell and Windows Installer end the process.
 */
koffi.config({ async_stack_size: 0x400000 });

/** An address in native memory; null is the null pointer. */
export type Pointer = bigint | null;

/** What a function accepts for a pointer: an address, or memory of ours that stays put during the call. */
export type Memory = Pointer | Buffer | Uint32Array | BigUint64Array;

/**
 * Binds the functions of a DLL of Windows on first use, so that importing a bindings file works on any system.
 * The DLL is loaded by its full path: a file of the same name beside our program must never be loaded with
 * administrator rights (Microsoft: "Dynamic-Link Library Security").
 */
export function lazyLibrary<T>(fileName: string, bind: (library: LibraryHandle) => T): () => T {
  let bound: T | undefined;
  return () => {
    bound ??= bind(koffi.load(`${systemFolder()}\\${fileName}`));
    return bound;
  };
}

let knownSystemFolder: string | undefined;

/** Asked of Windows, because an environment variable could be changed by whoever starts us. */
export function systemFolder(): string {
  if (knownSystemFolder !== undefined) return knownSystemFolder;
  assertWindows();
  // kernel32 is one of the "known DLLs", which Windows never takes from another folder.
  const kernel32 = koffi.load('kernel32.dll');
  const get = kernel32.func('uint32 __stdcall GetSystemDirectoryW(void *buffer, uint32 size)');
  const buffer = Buffer.alloc(520);
  const length: unknown = get(buffer, 260);
  knownSystemFolder = fromWide(buffer, Number(length));
  return knownSystemFolder;
}

/** The address of memory of ours. It must be kept alive, and referenced, until the call that uses it is over. */
export function addressOf(memory: Buffer): bigint {
  return koffi.address(memory);
}

/** Copies bytes out of native memory. */
export function bytesAt(pointer: bigint, length: number): Buffer {
  if (length === 0) return Buffer.alloc(0);
  const bytes: unknown = koffi.decode(pointer, koffi.array('uint8', length, 'Typed'));
  return Buffer.from(bytes as Uint8Array);
}

/** Reads a NUL-terminated UTF-16 string, or `length` characters of one, out of native memory. */
export function textAt(pointer: bigint, length?: number): string {
  return length === undefined
    ? koffi.decode.string16(pointer)
    : koffi.decode.string16(pointer, length);
}

/** Reads a pointer out of native memory. */
export function pointerAt(pointer: bigint, offset = 0): Pointer {
  const value: unknown = koffi.decode(pointer, offset, 'void *');
  return typeof value === 'bigint' && value !== 0n ? value : null;
}
