import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';

/** Source: Microsoft, Windows SDK header `amsi.h`. Windows 10 and Windows Server 2016 and later. */
export const amsi = lazyLibrary('amsi.dll', (library) => ({
  AmsiInitialize: library.func(
    'int32 __stdcall AmsiInitialize(void *appName, void *context)',
  ) as KoffiFunc<(appName: Buffer, context: BigUint64Array) => number>,
  AmsiOpenSession: library.func(
    'int32 __stdcall AmsiOpenSession(void *context, void *session)',
  ) as KoffiFunc<(context: bigint, session: BigUint64Array) => number>,
  AmsiScanBuffer: library.func(
    'int32 __stdcall AmsiScanBuffer(void *context, void *buffer, uint32 length, void *contentName, void *session, void *result)',
  ) as KoffiFunc<
    (
      context: bigint,
      buffer: Buffer,
      length: number,
      contentName: Buffer,
      session: bigint,
      result: Int32Array,
    ) => number
  >,
  AmsiCloseSession: library.func(
    'void __stdcall AmsiCloseSession(void *context, void *session)',
  ) as KoffiFunc<(context: bigint, session: bigint) => void>,
  AmsiUninitialize: library.func('void __stdcall AmsiUninitialize(void *context)') as KoffiFunc<
    (context: bigint) => void
  >,
}));
