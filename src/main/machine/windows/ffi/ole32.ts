import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';

/** Source: Microsoft, Windows SDK header `combaseapi.h`. */
export const ole32 = lazyLibrary('ole32.dll', (library) => ({
  /** Gives every thread that initialised nothing a place in the multithreaded apartment (Windows 8 and later). */
  CoIncrementMTAUsage: library.func(
    'int32 __stdcall CoIncrementMTAUsage(void *cookie)',
  ) as KoffiFunc<(cookie: BigUint64Array) => number>,
  CoDecrementMTAUsage: library.func(
    'int32 __stdcall CoDecrementMTAUsage(void *cookie)',
  ) as KoffiFunc<(cookie: bigint) => number>,
  /** Puts the thread itself into an apartment; for objects that belong to one thread. */
  CoInitializeEx: library.func(
    'int32 __stdcall CoInitializeEx(void *reserved, uint32 apartment)',
  ) as KoffiFunc<(reserved: null, apartment: number) => number>,
  CoUninitialize: library.func('void __stdcall CoUninitialize()') as KoffiFunc<() => void>,
  CoTaskMemFree: library.func('void __stdcall CoTaskMemFree(void *memory)') as KoffiFunc<
    (memory: bigint) => void
  >,
  CoCreateInstance: library.func(
    'int32 __stdcall CoCreateInstance(void *classId, void *outer, uint32 context, void *interfaceId, void *result)',
  ) as KoffiFunc<
    (
      classId: Buffer,
      outer: null,
      context: number,
      interfaceId: Buffer,
      result: BigUint64Array,
    ) => number
  >,
  CoSetProxyBlanket: library.func(
    'int32 __stdcall CoSetProxyBlanket(void *proxy, uint32 authentication, uint32 authorization, void *serverName, uint32 level, uint32 impersonation, void *identity, uint32 capabilities)',
  ) as KoffiFunc<
    (
      proxy: bigint,
      authentication: number,
      authorization: number,
      serverName: null,
      level: number,
      impersonation: number,
      identity: null,
      capabilities: number,
    ) => number
  >,
}));
