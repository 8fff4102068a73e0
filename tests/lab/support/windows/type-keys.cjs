/** Types a text and the Enter key into the console that this process shares with whoever started it. */
const koffi = require('koffi');

const kernel32 = koffi.load('kernel32.dll');
const open = kernel32.func(
  'void * __stdcall CreateFileW(str16 name, uint32 access, uint32 share, void *security, uint32 how, uint32 flags, void *template)',
);
const write = kernel32.func(
  'int __stdcall WriteConsoleInputW(void *console, void *records, uint32 count, void *written)',
);

const keyEvent = 1;
const recordBytes = 20;
const keys = [...`${process.argv[2]}\r`].flatMap((key) => [1, 0].map((down) => ({ key, down })));
const records = Buffer.alloc(keys.length * recordBytes);
keys.forEach(({ key, down }, index) => {
  const at = index * recordBytes;
  records.writeUInt16LE(keyEvent, at);
  records.writeUInt32LE(down, at + 4);
  records.writeUInt16LE(1, at + 8);
  records.writeUInt16LE(key === '\r' ? 13 : key.toUpperCase().charCodeAt(0), at + 10);
  records.writeUInt16LE(key.charCodeAt(0), at + 14);
});
const [readWrite, shared, existing] = [0xc0000000, 3, 3];
const input = open('CONIN$', readWrite, shared, null, existing, 0, null);
if (!write(input, records, keys.length, new Uint32Array(1))) throw new Error('Nobody to type for.');
