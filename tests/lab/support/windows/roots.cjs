// Lists the names of the root certificates this Windows trusts, as JSON.
const koffi = require('koffi');

const crypt32 = koffi.load('crypt32.dll');
const CertOpenSystemStoreW = crypt32.func(
  'void* __stdcall CertOpenSystemStoreW(void* provider, str16 name)',
);
const CertEnumCertificatesInStore = crypt32.func(
  'void* __stdcall CertEnumCertificatesInStore(void* store, void* previous)',
);
const CertGetNameStringW = crypt32.func(
  'uint32 __stdcall CertGetNameStringW(void* certificate, uint32 type, uint32 flags, void* which, void* text, uint32 size)',
);

const names = [];
const store = CertOpenSystemStoreW(null, 'ROOT');
for (let certificate = null; (certificate = CertEnumCertificatesInStore(store, certificate));) {
  const text = Buffer.alloc(512);
  const length = CertGetNameStringW(certificate, 4, 0, null, text, 256);
  names.push(text.toString('utf16le', 0, (length - 1) * 2));
}
console.log(JSON.stringify(names));
