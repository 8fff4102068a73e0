import type { KoffiFunc } from 'koffi';
import { lazyLibrary, type Pointer } from './library.ts';

/** Source: Microsoft, Windows SDK headers `lmjoin.h` and `lmapibuf.h`. */
export const netapi32 = lazyLibrary('netapi32.dll', (library) => ({
  NetGetJoinInformation: library.func(
    'uint32 __stdcall NetGetJoinInformation(void *server, void *name, void *status)',
  ) as KoffiFunc<(server: null, name: BigUint64Array, status: Uint32Array) => number>,
  NetApiBufferFree: library.func('uint32 __stdcall NetApiBufferFree(void *buffer)') as KoffiFunc<
    (buffer: Pointer) => number
  >,
}));

/** Windows 10 and later. Source: Microsoft, Windows SDK header `lmjoin.h`. */
export const netapi32Cloud = lazyLibrary('netapi32.dll', (library) => ({
  NetGetAadJoinInformation: library.func(
    'int32 __stdcall NetGetAadJoinInformation(void *tenant, void *information)',
  ) as KoffiFunc<(tenant: null, information: BigUint64Array) => number>,
  NetFreeAadJoinInformation: library.func(
    'void __stdcall NetFreeAadJoinInformation(void *information)',
  ) as KoffiFunc<(information: Pointer) => void>,
}));

/** Client Windows; no version of Windows Server is documented to have it. Source: Microsoft, `mdmregistration.h`. */
export const mdmRegistration = lazyLibrary('mdmregistration.dll', (library) => ({
  IsDeviceRegisteredWithManagement: library.func(
    'int32 __stdcall IsDeviceRegisteredWithManagement(void *registered, uint32 length, void *name)',
  ) as KoffiFunc<(registered: Int32Array, length: number, name: null) => number>,
}));
