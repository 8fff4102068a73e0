import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';

/** Source: Microsoft, Windows SDK header `Msi.h`. */
export const msi = lazyLibrary('msi.dll', (library) => ({
  MsiEnumProductsExW: library.func(
    'uint32 __stdcall MsiEnumProductsExW(void *productCode, void *userSid, uint32 context, uint32 index, void *installedCode, void *installedContext, void *sid, void *sidLength)',
  ) as KoffiFunc<
    (
      productCode: Buffer | null,
      userSid: Buffer | null,
      context: number,
      index: number,
      installedCode: Buffer,
      installedContext: Uint32Array,
      sid: Buffer,
      sidLength: Uint32Array,
    ) => number
  >,
  MsiGetProductInfoExW: library.func(
    'uint32 __stdcall MsiGetProductInfoExW(void *productCode, void *userSid, uint32 context, void *property, void *value, void *valueLength)',
  ) as KoffiFunc<
    (
      productCode: Buffer,
      userSid: Buffer | null,
      context: number,
      property: Buffer,
      value: Buffer,
      valueLength: Uint32Array,
    ) => number
  >,
}));
