import { promisify } from 'node:util';
import { callCom, type ComAnswer, type ComMethod, guid, objectAnswer, releaseCom } from './com.ts';
import { ole32 } from './ole32.ts';
import { bstrText, clearVariant, freeBstr, makeBstr } from './oleaut32.ts';
import { decodeVariant, variantSize, type WbemValue } from './variant.ts';

/** Source: Microsoft, Windows SDK header `wbemcli.h`, for all identifiers, slots and numbers in this file. */
const locatorClass = guid('4590F811-1D3A-11D0-891F-00AA004B2E24');
const locatorInterface = guid('DC12A687-737F-11CF-884D-00AA004B2E24');
const inProcess = 1;

const connectServer: ComMethod = {
  slot: 3,
  parameters: ['void *', 'void *', 'void *', 'void *', 'int32', 'void *', 'void *', 'void *'],
};
/** `WBEM_FLAG_CONNECT_USE_MAX_WAIT`: the connection fails after two minutes at the latest. */
const boundedWait = 0x80;

/** Connects to a namespace of this computer: an `IWbemServices`, to be released by the caller. */
export async function connectWbem(namespace: string): Promise<ComAnswer<bigint>> {
  const locator = await createLocator();
  if (!locator.ok) return locator;
  const name = makeBstr(namespace);
  const result = new BigUint64Array(1);
  const ending = [boundedWait, null, null, result];
  const code = await callCom(locator.value, connectServer, name, null, null, null, ...ending);
  freeBstr(name);
  await releaseCom(locator.value);
  return permitted(objectAnswer(code, result));
}

async function createLocator(): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  const create = promisify(ole32().CoCreateInstance.async);
  const code: number = await create(locatorClass, null, inProcess, locatorInterface, result);
  return objectAnswer(code >>> 0, result);
}

const execQuery: ComMethod = {
  slot: 20,
  parameters: ['void *', 'void *', 'int32', 'void *', 'void *'],
};
/** `WBEM_FLAG_FORWARD_ONLY` and `WBEM_FLAG_RETURN_IMMEDIATELY`. */
const semiSynchronous = 0x20 | 0x10;

/** Starts a query: an `IEnumWbemClassObject`, to be released by the caller. Waiting is left to {@link nextObject}. */
export async function queryWbem(services: bigint, query: string): Promise<ComAnswer<bigint>> {
  const texts = [makeBstr('WQL'), makeBstr(query)];
  const result = new BigUint64Array(1);
  const code = await callCom(services, execQuery, ...texts, semiSynchronous, null, result);
  texts.forEach(freeBstr);
  return permitted(objectAnswer(code, result));
}

const deleteInstance: ComMethod = { slot: 16, parameters: ['void *', 'int32', 'void *', 'void *'] };

/** Deletes an object by its path in the namespace; 0 or an HRESULT. */
export async function deleteObject(services: bigint, path: string): Promise<number> {
  const text = makeBstr(path);
  const code = await callCom(services, deleteInstance, text, 0, null, null);
  freeBstr(text);
  return code;
}

const winNtAuthentication = 10;
const packetPrivacy = 6;
const impersonate = 3;

/**
 * Lets the service act for us on this one proxy, which providers ask for. The process as a whole keeps its own
 * settings, because they can be set only once and belong to whoever runs us (Microsoft: WMI docs, "Setting the
 * Security on IWbemServices and Other Proxies"). An object in our own process needs none and refuses. In a background
 * thread, because a proxy may be touched only in the apartment it came to.
 */
async function permitted(proxy: ComAnswer<bigint>): Promise<ComAnswer<bigint>> {
  if (proxy.ok) {
    const setBlanket = promisify(ole32().CoSetProxyBlanket.async);
    await setBlanket(
      proxy.value,
      winNtAuthentication,
      0,
      null,
      packetPrivacy,
      impersonate,
      null,
      0,
    );
  }
  return proxy;
}

const next: ComMethod = { slot: 4, parameters: ['int32', 'uint32', 'void *', 'void *'] };
const noMore = 1;
const timedOut = 0x40004;

/** The next object of a query (an `IWbemClassObject`, to be released), or that it has not come in time. */
export type NextObject =
  | { readonly state: 'object'; readonly object: bigint }
  | { readonly state: 'end' }
  | { readonly state: 'notYet' }
  | { readonly state: 'failed'; readonly code: number };

/** Waits `waitMs` milliseconds for one object. */
export async function nextObject(enumerator: bigint, waitMs: number): Promise<NextObject> {
  const object = new BigUint64Array(1);
  const count = new Uint32Array(1);
  const code = await callCom(enumerator, next, waitMs, 1, object, count);
  if (code === noMore) return { state: 'end' };
  if (code === timedOut) return { state: 'notYet' };
  const answer = objectAnswer(code, object);
  return answer.ok
    ? { state: 'object', object: answer.value }
    : { state: 'failed', code: answer.code };
}

const get: ComMethod = { slot: 4, parameters: ['str16', 'int32', 'void *', 'void *', 'void *'] };

/** The value of a property. A type that is not understood is a failure and no value. */
export async function propertyOf(object: bigint, name: string): Promise<ComAnswer<WbemValue>> {
  const variant = Buffer.alloc(variantSize);
  const cimType = new Int32Array(1);
  const code = await callCom(object, get, name, 0, variant, cimType, null);
  if (code !== 0) return { ok: false, code };
  const value = decodeVariant(variant, cimType[0] ?? 0, bstrText);
  clearVariant(variant);
  return value === undefined ? { ok: false, code: wbem.typeMismatch } : { ok: true, value };
}

/** `WBEMSTATUS`: failures that are told apart. */
export const wbem = {
  notFound: 0x80041002,
  accessDenied: 0x80041003,
  typeMismatch: 0x80041005,
  invalidNamespace: 0x8004100e,
  invalidClass: 0x80041010,
  timedOut: 0x80041069,
} as const;

/** Windows keeps the texts of these in a library of their own, so they are named here. */
const names: Readonly<Record<number, string>> = {
  0x80041001: 'WBEM_E_FAILED',
  [wbem.notFound]: 'WBEM_E_NOT_FOUND',
  [wbem.accessDenied]: 'WBEM_E_ACCESS_DENIED',
  0x80041004: 'WBEM_E_PROVIDER_FAILURE',
  [wbem.typeMismatch]: 'WBEM_E_TYPE_MISMATCH',
  0x80041006: 'WBEM_E_OUT_OF_MEMORY',
  [wbem.invalidNamespace]: 'WBEM_E_INVALID_NAMESPACE',
  [wbem.invalidClass]: 'WBEM_E_INVALID_CLASS',
  0x80041011: 'WBEM_E_PROVIDER_NOT_FOUND',
  0x80041013: 'WBEM_E_PROVIDER_LOAD_FAILURE',
  0x80041014: 'WBEM_E_INITIALIZATION_FAILURE',
  0x80041015: 'WBEM_E_TRANSPORT_FAILURE',
  0x80041017: 'WBEM_E_INVALID_QUERY',
  0x80041024: 'WBEM_E_PROVIDER_NOT_CAPABLE',
  0x80041032: 'WBEM_E_CALL_CANCELLED',
  0x80041033: 'WBEM_E_SHUTTING_DOWN',
  [wbem.timedOut]: 'WBEM_E_TIMED_OUT',
  0x8004106c: 'WBEM_E_QUOTA_VIOLATION',
};

/** Name of a failure of WMI in Microsoft's header; null for any other error number. */
export function wbemErrorName(code: number): string | null {
  return names[code] ?? null;
}
