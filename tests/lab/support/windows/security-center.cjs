// Lists the antivirus products of the Security Center as JSON, by the slots of IWSCProductList and IWscProduct.
const koffi = require('koffi');

const ole32 = koffi.load('ole32.dll');
const oleaut32 = koffi.load('oleaut32.dll');
const CoInitializeEx = ole32.func('long __stdcall CoInitializeEx(void* reserved, uint32 flags)');
const CoCreateInstance = ole32.func(
  'long __stdcall CoCreateInstance(void* clsid, void* outer, uint32 context, void* iid, _Out_ void** result)',
);
const SysStringLen = oleaut32.func('uint32 __stdcall SysStringLen(void* text)');

const methods = {
  initialize: koffi.proto('long __stdcall initialize(void* self, uint32 provider)'),
  number: koffi.proto('long __stdcall number(void* self, _Out_ long* result)'),
  item: koffi.proto('long __stdcall item(void* self, uint32 index, _Out_ void** result)'),
  text: koffi.proto('long __stdcall text(void* self, _Out_ void** result)'),
};

function call(object, slot, method, ...args) {
  const table = koffi.decode(object, 'void*');
  const result = koffi.call(
    koffi.decode(table, slot * 8, 'void*'),
    methods[method],
    object,
    ...args,
  );
  if (result !== 0) fail(`slot ${slot}`, result);
}

function fail(what, hresult) {
  console.log(JSON.stringify({ failed: what, hresult: (hresult >>> 0).toString(16) }));
  process.exit();
}

function guid(id) {
  const hex = id.replaceAll('-', '');
  const swap = (from, to) => Buffer.from(hex.slice(from, to), 'hex').toReversed();
  return Buffer.concat([swap(0, 8), swap(8, 12), swap(12, 16), Buffer.from(hex.slice(16), 'hex')]);
}

function text(object, slot) {
  const out = [null];
  call(object, slot, 'text', out);
  return koffi.decode(out[0], 'char16_t', SysStringLen(out[0]));
}

function number(object, slot) {
  const out = [-1];
  call(object, slot, 'number', out);
  return out[0];
}

CoInitializeEx(null, 0);
const list = [null];
const created = CoCreateInstance(
  guid('17072F7B-9ABE-4A74-A261-1EB76B55107A'),
  null,
  1,
  guid('722A338C-6E8E-4E72-AC27-1417FB0C81C2'),
  list,
);
if (created !== 0) fail('create', created);
call(list[0], 7, 'initialize', 4);
const products = Array.from({ length: number(list[0], 8) }, (_, index) => {
  const product = [null];
  call(list[0], 9, 'item', index, product);
  return [
    text(product[0], 7),
    number(product[0], 8),
    number(product[0], 9),
    text(product[0], 10),
    text(product[0], 12),
  ];
});
console.log(JSON.stringify(products));
