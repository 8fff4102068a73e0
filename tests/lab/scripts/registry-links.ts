/** Runs on the Windows of the lab: puts a link into the part of a person, and tries to change a key behind it. */
import { advapi32 } from '../../../src/main/machine/windows/ffi/advapi32.ts';
import { registryFunctions } from '../../../src/main/machine/windows/ffi/registry-functions.ts';
import {
  deleteRegistryTree,
  readRegistryTree,
  writeRegistryTree,
} from '../../../src/main/machine/windows/ffi/registry-tree.ts';
import { toWide } from '../../../src/main/machine/windows/ffi/wide-string.ts';
import { currentUser } from '../../../src/main/machine/windows/system/elevation.ts';

const users = 0xffffffff80000003n;
const all = 0xf003f | 0x100;
const createLink = 0x2;
const linkType = 6;
const sid = currentUser() ?? '';
const lab = `HKU\\${sid}\\Software\\CutoverLab`;
const { RegCreateKeyExW, RegSetValueExW } = registryFunctions();

const key = new BigUint64Array(1);
writeRegistryTree(`${lab}\\real\\deep`, [{ path: '', values: [] }]);
const link = toWide(`${sid}\\Software\\CutoverLab\\link`);
const made = RegCreateKeyExW(users, link, 0, null, createLink, all, null, key, null);
const target = Buffer.from(`\\Registry\\User\\${sid}\\Software\\CutoverLab\\real`, 'utf16le');
const name = toWide('SymbolicLinkValue');
const set = RegSetValueExW(key[0] ?? 0n, name, 0, linkType, target, target.length);
advapi32().RegCloseKey(key[0] ?? 0n);

const value = { name: 'x', type: 4, data: '01000000' };
const codeOf = (asked: { readonly code: number } | { readonly value: unknown }) =>
  'code' in asked ? asked.code : asked.value;
const through = {
  read: codeOf(readRegistryTree(`${lab}\\link\\deep`)),
  write: writeRegistryTree(`${lab}\\link\\deep`, [{ path: '', values: [value] }]),
  delete: deleteRegistryTree(`${lab}\\link\\deep`),
  itself: deleteRegistryTree(`${lab}\\link`),
};
const plain = codeOf(readRegistryTree(`${lab}\\real\\deep`));
console.log(JSON.stringify({ made, set, through, plain }));
