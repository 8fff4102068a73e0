import { promisify } from 'node:util';
import { callCom, type ComAnswer, type ComMethod, guid, objectAnswer } from './com.ts';
import { ole32 } from './ole32.ts';
import { takeBstr } from './oleaut32.ts';

/** Source: Microsoft, Windows SDK header `iwscapi.h`. */
const productListClass = guid('17072F7B-9ABE-4A74-A261-1EB76B55107A');
const productListInterface = guid('722A338C-6E8E-4E72-AC27-1417FB0C81C2');
const inProcess = 1;

/** The class is missing: a server edition of Windows, which has no Security Center. */
export const classNotRegistered = 0x80040154;

/** Stands in an output before a call: no count and no state of Windows, so it shows that nothing was written. */
const impossible = -559_038_737;
const unexpected = 0x8000ffff;

/** A new `IWSCProductList`. Each serves one provider only. */
export async function createProductList(): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  const create = promisify(ole32().CoCreateInstance.async);
  const code: number = await create(
    productListClass,
    null,
    inProcess,
    productListInterface,
    result,
  );
  return objectAnswer(code >>> 0, result);
}

const initialize: ComMethod = { slot: 7, parameters: ['uint32'] };
const getCount: ComMethod = { slot: 8, parameters: ['void *'] };
const getItem: ComMethod = { slot: 9, parameters: ['uint32', 'void *'] };

/** Fills the list with the products of a `WSC_SECURITY_PROVIDER`; the answer is their number. */
export async function initializeList(list: bigint, provider: number): Promise<ComAnswer<number>> {
  const code = await callCom(list, initialize, provider);
  return code === 0 ? readNumber(list, getCount) : { ok: false, code };
}

/** An `IWscProduct` of the list, to be released by the caller. */
export async function productAt(list: bigint, index: number): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  return objectAnswer(await callCom(list, getItem, index, result), result);
}

const texts = { name: 7, remediationPath: 10, timestamp: 11, guid: 12 } as const;
export type ProductText = keyof typeof texts;

/**
 * Null where the Security Center has none: it keeps a time for antivirus only (Microsoft, Windows-classic-samples,
 * `WscApiSample.cpp`: "NULL is returned for AS and FW products").
 */
export async function productText(
  product: bigint,
  property: ProductText,
): Promise<ComAnswer<string | null>> {
  const result = new BigUint64Array(1);
  const code = await callCom(product, { slot: texts[property], parameters: ['void *'] }, result);
  const text = takeBstr(result[0] ?? 0n);
  return code === 0 ? { ok: true, value: text } : { ok: false, code };
}

const numbers = { state: 8, signatureStatus: 9 } as const;
export type ProductNumber = keyof typeof numbers;

export async function productNumber(
  product: bigint,
  property: ProductNumber,
): Promise<ComAnswer<number>> {
  return readNumber(product, { slot: numbers[property], parameters: ['void *'] });
}

async function readNumber(object: bigint, method: ComMethod): Promise<ComAnswer<number>> {
  const result = new Int32Array([impossible]);
  const code = await callCom(object, method, result);
  const value = result[0] ?? impossible;
  if (code !== 0) return { ok: false, code };
  return value < 0 ? { ok: false, code: unexpected } : { ok: true, value };
}
