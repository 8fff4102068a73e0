import type { KoffiFunc } from 'koffi';
import { lazyLibrary, textAt } from './library.ts';

/** Source: Microsoft, Windows SDK header `oleauto.h`. */
const oleaut32 = lazyLibrary('oleaut32.dll', (library) => ({
  SysStringLen: library.func('uint32 __stdcall SysStringLen(void *text)') as KoffiFunc<
    (text: bigint) => number
  >,
  SysFreeString: library.func('void __stdcall SysFreeString(void *text)') as KoffiFunc<
    (text: bigint) => void
  >,
}));

/** Takes over a BSTR: its text comes back, its memory is freed. A null pointer is null. */
export function takeBstr(pointer: bigint): string | null {
  if (pointer === 0n) return null;
  const { SysStringLen, SysFreeString } = oleaut32();
  try {
    return textAt(pointer, SysStringLen(pointer));
  } finally {
    SysFreeString(pointer);
  }
}
