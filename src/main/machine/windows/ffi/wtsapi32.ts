import type { KoffiFunc } from 'koffi';
import { lazyLibrary, type Pointer } from './library.ts';

/** Source: Microsoft, Windows SDK header `wtsapi32.h`. */
export const wtsapi32 = lazyLibrary('wtsapi32.dll', (library) => ({
  WTSEnumerateSessionsW: library.func(
    'int __stdcall WTSEnumerateSessionsW(void *server, uint32 reserved, uint32 version, void *sessions, void *count)',
  ) as KoffiFunc<
    (server: null, reserved: 0, version: 1, sessions: BigUint64Array, count: Uint32Array) => number
  >,
  WTSFreeMemory: library.func('void __stdcall WTSFreeMemory(void *memory)') as KoffiFunc<
    (memory: Pointer) => void
  >,
  WTSSendMessageW: library.func(
    'int __stdcall WTSSendMessageW(void *server, uint32 session, void *title, uint32 titleBytes, void *text, uint32 textBytes, uint32 style, uint32 seconds, void *answer, int waits)',
  ) as KoffiFunc<
    (
      server: null,
      session: number,
      title: Buffer,
      titleBytes: number,
      text: Buffer,
      textBytes: number,
      style: number,
      seconds: number,
      answer: Uint32Array,
      waits: 0,
    ) => number
  >,
}));
