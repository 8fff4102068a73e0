import {
  callComHere,
  guid,
  objectAnswer,
  releaseComHere,
  type ComAnswer,
  type ComMethod,
} from './com.ts';
import { textAt } from './library.ts';
import { ole32 } from './ole32.ts';
import { toWide } from './wide-string.ts';
import { win32 } from './win32-error.ts';

/**
 * The configuration of the network (`INetCfg`). Identifiers, slots and codes are those of the Windows SDK header `netcfgx.h`.
 * All of it is to be used by one thread in an apartment of its own, as Microsoft's sample does (`bindview`,
 * Windows-driver-samples): its lock is not known to be one that another thread may give back.
 */
const netCfgClass = guid('5B035261-40F9-11D1-AAEC-00805FC1270E');
const netCfg = guid('C0E8AE93-306E-11D1-AACF-00805FC1270E');
const netCfgLock = guid('C0E8AE9F-306E-11D1-AACF-00805FC1270E');
const netCfgClassSetup = guid('C0E8AE9D-306E-11D1-AACF-00805FC1270E');

/** `NETCFG_*`, as they are told apart here. */
export const netCfgCodes = {
  reboot: 0x0004a020,
  stillReferenced: 0x0004a023,
  noWriteLock: 0x8004a024,
  needReboot: 0x8004a025,
  connectionsOpen: 0x8004a026,
  removedPendingReboot: 0x8004a028,
} as const;

/** `S_FALSE`: it is not there, or not to be had. */
const no = 1;

const inProcess = 1;
const apartmentThreaded = 2;

/** Puts this thread into an apartment of its own for as long as something runs in it; the code where that failed. */
export async function inOwnApartment<T>(
  run: () => Promise<T>,
): Promise<T | { readonly code: number }> {
  const code = ole32().CoInitializeEx(null, apartmentThreaded) >>> 0;
  if (code !== 0 && code !== no) return { code };
  try {
    return await run();
  } finally {
    ole32().CoUninitialize();
  }
}

/** The door to the configuration of the network; to be released, like every object that comes from here. */
export function openNetCfg(): ComAnswer<bigint> {
  const result = new BigUint64Array(1);
  const code = ole32().CoCreateInstance(netCfgClass, null, inProcess, netCfg, result);
  return objectAnswer(code >>> 0, result);
}

const queryInterface: ComMethod = { slot: 0, parameters: ['void *', 'void *'] };

/** Its lock, of which Windows has one. */
export function lockOf(config: bigint): ComAnswer<bigint> {
  return objectBy(config, queryInterface, netCfgLock);
}

const acquire: ComMethod = { slot: 3, parameters: ['uint32', 'void *', 'void *'] };
const releaseLock: ComMethod = { slot: 4, parameters: [] };

/** Waits for the lock; where it is not to be had, `holder` is what its holder calls itself. */
export function acquireLock(
  lock: bigint,
  limitMs: number,
  name: string,
): { readonly code: number; readonly holder: string | null } {
  const holder = new BigUint64Array(1);
  const code = callComHere(lock, acquire, limitMs, toWide(name), holder);
  return { code: code === no ? netCfgCodes.noWriteLock : code, holder: takeText(holder) };
}

export function giveLockBack(lock: bigint): void {
  callComHere(lock, releaseLock);
}

const initialize: ComMethod = { slot: 3, parameters: ['void *'] };
const uninitialize: ComMethod = { slot: 4, parameters: [] };
const apply: ComMethod = { slot: 5, parameters: [] };
const cancel: ComMethod = { slot: 6, parameters: [] };

/** The answers of these are codes. */
export const session = {
  begin: (config: bigint) => callComHere(config, initialize, null),
  end: (config: bigint) => callComHere(config, uninitialize),
  apply: (config: bigint) => callComHere(config, apply),
  cancel: (config: bigint) => callComHere(config, cancel),
} as const;

const findComponent: ComMethod = { slot: 8, parameters: ['void *', 'void *'] };

/** A component by its identifier; null where Windows has none of that name. */
export function findNetComponent(config: bigint, componentId: string): ComAnswer<bigint | null> {
  const found = objectBy(config, findComponent, toWide(componentId));
  const isGone = !found.ok && (found.code === no || found.code === notFound);
  return isGone ? { ok: true, value: null } : found;
}

/** `HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND)`. */
const notFound = 0x80070002;

const getInstanceGuid: ComMethod = { slot: 8, parameters: ['void *'] };

/** Whether a component is the one that Windows keeps under this identifier, in braces. */
export function isInstance(component: bigint, instanceGuid: string): ComAnswer<boolean> {
  const bytes = Buffer.alloc(16);
  const code = callComHere(component, getInstanceGuid, bytes);
  if (code !== win32.success) return { ok: false, code };
  return { ok: true, value: bytes.equals(guid(instanceGuid)) };
}

const queryClass: ComMethod = { slot: 9, parameters: ['void *', 'void *', 'void *'] };

/** What installs and removes components of a class of devices. */
export function setupOf(config: bigint, classGuid: string): ComAnswer<bigint> {
  const result = new BigUint64Array(1);
  const code = callComHere(config, queryClass, guid(classGuid), netCfgClassSetup, result);
  return objectAnswer(code, result);
}

const install: ComMethod = {
  slot: 4,
  parameters: ['void *', 'void *', 'uint32', 'uint32', 'void *', 'void *', 'void *'],
};
const deInstall: ComMethod = { slot: 5, parameters: ['void *', 'void *', 'void *'] };

/** `OBO_TOKEN` of 64-bit Windows, for whoever uses the computer (`OBO_USER`). */
function forUser(): Buffer {
  const token = Buffer.alloc(48);
  token.writeUInt32LE(1, 0);
  return token;
}

/** The answer is the code. */
export function installComponent(setup: bigint, componentId: string): number {
  const result = new BigUint64Array(1);
  const id = toWide(componentId);
  const code = callComHere(setup, install, id, forUser(), 0, 0, null, null, result);
  const [component = 0n] = result;
  if (component !== 0n) releaseComHere(component);
  return code;
}

/** The answer is the code. */
export function removeComponent(setup: bigint, component: bigint): number {
  return callComHere(setup, deInstall, component, forUser(), null);
}

function objectBy(object: bigint, method: ComMethod, what: Buffer): ComAnswer<bigint> {
  const result = new BigUint64Array(1);
  return objectAnswer(callComHere(object, method, what, result), result);
}

/** A text that is ours to free. */
function takeText(pointer: BigUint64Array): string | null {
  const [address = 0n] = pointer;
  if (address === 0n) return null;
  const text = textAt(address);
  ole32().CoTaskMemFree(address);
  return text === '' ? null : text;
}
