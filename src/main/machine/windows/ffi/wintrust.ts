import type { KoffiFunc } from 'koffi';
import { lazyLibrary, type Pointer } from './library.ts';

/** Source: Microsoft, Windows SDK headers `wintrust.h`, `mscat.h`. */
export const wintrust = lazyLibrary('wintrust.dll', (library) => ({
  WinVerifyTrust: library.func(
    'int32 __stdcall WinVerifyTrust(intptr_t window, void *action, void *data)',
  ) as KoffiFunc<(window: number, action: Buffer, data: Buffer) => number>,
  WTHelperProvDataFromStateData: library.func(
    'void * __stdcall WTHelperProvDataFromStateData(void *state)',
  ) as KoffiFunc<(state: bigint) => Pointer>,
  WTHelperGetProvSignerFromChain: library.func(
    'void * __stdcall WTHelperGetProvSignerFromChain(void *data, uint32 signer, int counter, uint32 index)',
  ) as KoffiFunc<(data: bigint, signer: number, counter: number, index: number) => Pointer>,
  CryptCATAdminAcquireContext2: library.func(
    'int __stdcall CryptCATAdminAcquireContext2(void *admin, void *subsystem, void *algorithm, void *policy, uint32 flags)',
  ) as KoffiFunc<
    (
      admin: BigUint64Array,
      subsystem: null,
      algorithm: Buffer,
      policy: null,
      flags: number,
    ) => number
  >,
  CryptCATAdminReleaseContext: library.func(
    'int __stdcall CryptCATAdminReleaseContext(void *admin, uint32 flags)',
  ) as KoffiFunc<(admin: bigint, flags: number) => number>,
  CryptCATAdminCalcHashFromFileHandle2: library.func(
    'int __stdcall CryptCATAdminCalcHashFromFileHandle2(void *admin, intptr_t file, void *size, void *hash, uint32 flags)',
  ) as KoffiFunc<
    (admin: bigint, file: number | bigint, size: Uint32Array, hash: Buffer, flags: number) => number
  >,
  CryptCATAdminEnumCatalogFromHash: library.func(
    'void * __stdcall CryptCATAdminEnumCatalogFromHash(void *admin, void *hash, uint32 size, uint32 flags, void *previous)',
  ) as KoffiFunc<
    (admin: bigint, hash: Buffer, size: number, flags: number, previous: null) => bigint | null
  >,
  CryptCATAdminReleaseCatalogContext: library.func(
    'int __stdcall CryptCATAdminReleaseCatalogContext(void *admin, void *catalog, uint32 flags)',
  ) as KoffiFunc<(admin: bigint, catalog: bigint, flags: number) => number>,
  CryptCATCatalogInfoFromContext: library.func(
    'int __stdcall CryptCATCatalogInfoFromContext(void *catalog, void *information, uint32 flags)',
  ) as KoffiFunc<(catalog: bigint, information: Buffer, flags: number) => number>,
}));
