// Prints who signed the file named by the argument and the chain's error status (0: trusted), as JSON.
const koffi = require('koffi');

const crypt32 = koffi.load('crypt32.dll');
const CryptQueryObject = crypt32.func(
  'int __stdcall CryptQueryObject(uint32 type, str16 file, uint32 content, uint32 format, uint32 flags, _Out_ uint32* encoding, _Out_ uint32* contentFound, _Out_ uint32* formatFound, _Out_ void** store, _Out_ void** message, void* context)',
);
const CryptMsgGetParam = crypt32.func(
  'int __stdcall CryptMsgGetParam(void* message, uint32 type, uint32 index, void* data, _Inout_ uint32* size)',
);
const CertFindCertificateInStore = crypt32.func(
  'void* __stdcall CertFindCertificateInStore(void* store, uint32 encoding, uint32 flags, uint32 type, void* wanted, void* previous)',
);
const CertGetNameStringW = crypt32.func(
  'uint32 __stdcall CertGetNameStringW(void* certificate, uint32 type, uint32 flags, void* which, void* text, uint32 size)',
);
const CertGetCertificateChain = crypt32.func(
  'int __stdcall CertGetCertificateChain(void* engine, void* certificate, void* time, void* store, void* parameters, uint32 flags, void* reserved, _Out_ void** chain)',
);

const [store, message] = [[null], [null]];
if (!CryptQueryObject(1, process.argv[2], 0x400, 2, 0, [0], [0], [0], store, message, null)) {
  console.log('null');
  process.exit();
}
const size = [0];
CryptMsgGetParam(message[0], 7, 0, null, size);
const info = Buffer.alloc(size[0]);
CryptMsgGetParam(message[0], 7, 0, info, size);
const certificate = CertFindCertificateInStore(store[0], 0x10001, 0, 0xb0000, info, null);

const text = Buffer.alloc(512);
const length = CertGetNameStringW(certificate, 3, 0, Buffer.from('2.5.4.10\0'), text, 256);
const parameters = Buffer.alloc(32);
parameters.writeUInt32LE(32, 0);
const chain = [null];
CertGetCertificateChain(null, certificate, null, store[0], parameters, 0, null, chain);
console.log(
  JSON.stringify({
    organisation: text.toString('utf16le', 0, (length - 1) * 2),
    chainError: koffi.decode(chain[0], 4, 'uint32'),
  }),
);
