import koffi from 'koffi';
import type { TypeObject } from 'koffi';
import { promisify } from 'node:util';
import { pointerAt } from './library.ts';

/** A GUID in the byte order of a structure, from its usual text (with or without braces). */
export function guid(text: string): Buffer {
  const digits = text.replace(/[{}-]/g, '');
  const bytes = Buffer.from(digits, 'hex');
  if (bytes.length !== 16) throw new Error(`Not a GUID: ${text}`);
  bytes.subarray(0, 4).reverse();
  bytes.subarray(4, 6).reverse();
  bytes.subarray(6, 8).reverse();
  return bytes;
}

/** An answer of a COM object; `code` is the HRESULT, unsigned. */
export type ComAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: number };

const unexpected = 0x8000ffff;

/** What a call that gives back an object gave; success without an object is a failure too. */
export function objectAnswer(code: number, result: BigUint64Array): ComAnswer<bigint> {
  const value = result[0] ?? 0n;
  if (code !== 0) return { ok: false, code };
  return value === 0n ? { ok: false, code: unexpected } : { ok: true, value };
}

const prototypes = new Map<string, TypeObject>();

/**
 * Describes a method of a COM interface by its place in the table and its parameters after `this`, in the
 * notation of the FFI library. Every method so described returns an HRESULT.
 */
export interface ComMethod {
  readonly slot: number;
  readonly parameters: readonly string[];
}

/**
 * Calls a method of a COM object in a background thread, so that a server that hangs does not take our own
 * thread with it. The HRESULT comes back unsigned. Memory passed in must be kept alive by the caller.
 */
export async function callCom(
  object: bigint,
  method: ComMethod,
  ...values: readonly unknown[]
): Promise<number> {
  const { async } = methodOf(object, method);
  const callAsync = promisify(async) as (...args: readonly unknown[]) => Promise<number>;
  return (await callAsync(object, ...values)) >>> 0;
}

/** The same in the thread that calls, for objects that have to be used by one thread alone. */
export function callComHere(
  object: bigint,
  method: ComMethod,
  ...values: readonly unknown[]
): number {
  return methodOf(object, method)(object, ...values) >>> 0;
}

/** Gives up our hold on an object of this thread. */
export function releaseComHere(object: bigint): void {
  callComHere(object, release);
}

function methodOf(object: bigint, { slot, parameters }: ComMethod) {
  const table = pointerAt(object);
  const entry = table === null ? null : pointerAt(table, slot * 8);
  if (entry === null) throw new Error('The COM object has no table of methods.');
  return koffi.decode(entry, prototype({ slot, parameters })) as {
    (...args: readonly unknown[]): number;
    readonly async: (...args: never[]) => void;
  };
}

const release: ComMethod = { slot: 2, parameters: [] };

/** Gives up our hold on a COM object. */
export async function releaseCom(object: bigint): Promise<void> {
  await callCom(object, release);
}

function prototype(method: ComMethod): TypeObject {
  const key = method.parameters.join();
  const known = prototypes.get(key);
  if (known !== undefined) return known;
  const made = koffi.proto('__stdcall', 'int32', ['void *', ...method.parameters]);
  prototypes.set(key, made);
  return made;
}
