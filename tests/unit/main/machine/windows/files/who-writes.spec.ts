import { expect, it } from 'vitest';
import type { Access } from '../../../../../../src/main/disk/access.ts';
import { writersOf } from '../../../../../../src/main/machine/windows/files/who-writes.ts';

const administrators = 'S-1-5-32-544';
const anybody = 'S-1-5-32-545';
const place: Access = { kind: 'folder', owner: administrators, rights: [] };
const open = [{ account: anybody, changes: true, replaces: false }];

function writers(file: string | null, facts: Readonly<Record<string, Access>> = {}) {
  const all: Readonly<Record<string, Access>> = { 'C:\\': place, 'C:\\Packages': place, ...facts };
  return writersOf('C:\\Packages\\', file, {
    look: (path) => all[path] ?? null,
    trusts: (account) => account === administrators,
  });
}

it('asks for the folder, and for the package that lies in it', () => {
  const lies = (access: Partial<Access>) =>
    writers('x.msi', { 'C:\\Packages\\x.msi': { ...place, kind: 'file', ...access } });
  expect({
    folder: writers(null),
    missing: writers('x.msi'),
    ours: lies({}),
    someones: lies({ owner: anybody }),
    open: lies({ rights: open }),
    elsewhere: writers('..\\x.msi'),
    openFolder: writers('x.msi', { 'C:\\Packages': { ...place, rights: open } }),
  }).toEqual({
    folder: 'administrators',
    missing: 'administrators',
    ours: 'administrators',
    someones: 'others',
    open: 'others',
    elsewhere: 'unknown',
    openFolder: 'others',
  });
});
