import type { KoffiFunc } from 'koffi';
import { lazyLibrary, type Pointer } from './library.ts';

/** Source: Microsoft, Windows SDK header `wincrypt.h`. */
export const crypt32 = lazyLibrary('crypt32.dll', (library) => ({
  CryptQueryObject: library.func(
    'int __stdcall CryptQueryObject(uint32 objectType, void *object, uint32 contents, uint32 formats, uint32 flags, void *encoding, void *content, void *format, void *store, void *message, void *context)',
  ) as KoffiFunc<
    (
      objectType: number,
      object: Buffer,
      contents: number,
      formats: number,
      flags: number,
      encoding: null,
      content: null,
      format: null,
      store: BigUint64Array,
      message: BigUint64Array,
      context: null,
    ) => number
  >,
  CryptMsgGetParam: library.func(
    'int __stdcall CryptMsgGetParam(void *message, uint32 kind, uint32 index, void *data, void *size)',
  ) as KoffiFunc<
    (message: bigint, kind: number, index: number, data: Buffer | null, size: Uint32Array) => number
  >,
  CryptMsgClose: library.func('int __stdcall CryptMsgClose(void *message)') as KoffiFunc<
    (message: bigint) => number
  >,
  CertOpenStore: library.func(
    'void * __stdcall CertOpenStore(uintptr_t provider, uint32 encoding, uintptr_t cryptProvider, uint32 flags, void *name)',
  ) as KoffiFunc<
    (
      provider: number,
      encoding: number,
      cryptProvider: number,
      flags: number,
      name: Buffer,
    ) => Pointer
  >,
  CertCloseStore: library.func(
    'int __stdcall CertCloseStore(void *store, uint32 flags)',
  ) as KoffiFunc<(store: bigint, flags: number) => number>,
  CertEnumCertificatesInStore: library.func(
    'void * __stdcall CertEnumCertificatesInStore(void *store, void *previous)',
  ) as KoffiFunc<(store: bigint, previous: Pointer) => Pointer>,
  CertFindCertificateInStore: library.func(
    'void * __stdcall CertFindCertificateInStore(void *store, uint32 encoding, uint32 flags, uint32 kind, void *parameter, void *previous)',
  ) as KoffiFunc<
    (
      store: bigint,
      encoding: number,
      flags: number,
      kind: number,
      parameter: Buffer,
      previous: null,
    ) => Pointer
  >,
  CertFreeCertificateContext: library.func(
    'int __stdcall CertFreeCertificateContext(void *certificate)',
  ) as KoffiFunc<(certificate: bigint) => number>,
  CertGetNameStringW: library.func(
    'uint32 __stdcall CertGetNameStringW(void *certificate, uint32 kind, uint32 flags, void *parameter, void *text, uint32 size)',
  ) as KoffiFunc<
    (
      certificate: bigint,
      kind: number,
      flags: number,
      parameter: Buffer | Uint32Array | null,
      text: Buffer | null,
      size: number,
    ) => number
  >,
  CertGetCertificateContextProperty: library.func(
    'int __stdcall CertGetCertificateContextProperty(void *certificate, uint32 property, void *data, void *size)',
  ) as KoffiFunc<
    (certificate: bigint, property: number, data: Buffer, size: Uint32Array) => number
  >,
  CertGetCertificateChain: library.func(
    'int __stdcall CertGetCertificateChain(void *engine, void *certificate, void *time, void *store, void *parameters, uint32 flags, void *reserved, void *chain)',
  ) as KoffiFunc<
    (
      engine: bigint,
      certificate: bigint,
      time: Buffer | null,
      store: bigint,
      parameters: Buffer,
      flags: number,
      reserved: null,
      chain: BigUint64Array,
    ) => number
  >,
  CertFreeCertificateChain: library.func(
    'void __stdcall CertFreeCertificateChain(void *chain)',
  ) as KoffiFunc<(chain: bigint) => void>,
}));
