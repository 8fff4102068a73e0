import type { KoffiFunc } from 'koffi';
import { lazyLibrary, textAt, type Pointer } from './library.ts';
import { toWide } from './wide-string.ts';

/** Source: Microsoft, Windows SDK header `oleauto.h`. */
const oleaut32 = lazyLibrary('oleaut32.dll', (library) => ({
  SysAllocString: library.func('void * __stdcall SysAllocString(void *text)') as KoffiFunc<
    (text: Buffer) => Pointer
  >,
  SysStringLen: library.func('uint32 __stdcall SysStringLen(void *text)') as KoffiFunc<
    (text: bigint) => number
  >,
  SysFreeString: library.func('void __stdcall SysFreeString(void *text)') as KoffiFunc<
    (text: bigint) => void
  >,
  VariantClear: library.func('int32 __stdcall VariantClear(void *variant)') as KoffiFunc<
    (variant: Buffer) => number
  >,
}));

/** A new BSTR, to be freed with {@link freeBstr}. */
export function makeBstr(text: string): bigint {
  const pointer = oleaut32().SysAllocString(toWide(text));
  if (pointer === null) throw new Error('There is no memory left for a text.');
  return pointer;
}

export function freeBstr(pointer: bigint): void {
  oleaut32().SysFreeString(pointer);
}

/** The text of a BSTR that stays with its owner. A null pointer is an empty text, as in COM. */
export function bstrText(pointer: bigint): string {
  return pointer === 0n ? '' : textAt(pointer, oleaut32().SysStringLen(pointer));
}

/** Takes over a BSTR: its text comes back, its memory is freed. A null pointer is null. */
export function takeBstr(pointer: bigint): string | null {
  if (pointer === 0n) return null;
  try {
    return bstrText(pointer);
  } finally {
    freeBstr(pointer);
  }
}

/** Frees what a VARIANT holds. */
export function clearVariant(variant: Buffer): void {
  oleaut32().VariantClear(variant);
}
