// Makes Wine create the certificate stores and the trust settings that it creates at their first use.
const koffi = require('koffi');

const crypt32 = koffi.load('crypt32.dll');
const wintrust = koffi.load('wintrust.dll');
const CertOpenSystemStoreW = crypt32.func(
  'void* __stdcall CertOpenSystemStoreW(void* provider, str16 name)',
);
const WintrustGetRegPolicyFlags = wintrust.func(
  'void __stdcall WintrustGetRegPolicyFlags(_Out_ uint32* flags)',
);
const CertGetCertificateChain = crypt32.func(
  'int __stdcall CertGetCertificateChain(void* engine, void* certificate, void* time, void* store, void* parameters, uint32 flags, void* reserved, _Out_ void** chain)',
);
const CertEnumCertificatesInStore = crypt32.func(
  'void* __stdcall CertEnumCertificatesInStore(void* store, void* previous)',
);

WintrustGetRegPolicyFlags([0]);
const certificate = CertEnumCertificatesInStore(CertOpenSystemStoreW(null, 'ROOT'), null);
const parameters = Buffer.alloc(32);
parameters.writeUInt32LE(32, 0);
CertGetCertificateChain(null, certificate, null, null, parameters, 0, null, [null]);
console.log('true');
