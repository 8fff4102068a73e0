import { lstatSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { message } from '../../../../../../src/shared/domain/message.ts';
import {
  refuseProgram,
  whyNotMadeBy,
} from '../../../../../../src/main/machine/windows/worker/program-check.ts';
import { canLinkFiles } from '../../../../../support/can-link-files.ts';

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-program-'));
  await mkdir(at('real', 'deep'), { recursive: true });
  await writeFile(at('real', 'deep', 'uninst.exe'), 'MZ');
});
afterEach(() => rm(folder, { recursive: true }));

/** As Windows tells it, here of what this system has. */
function kindOf(path: string) {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (found.isSymbolicLink()) return 'link';
  return found.isDirectory() ? 'folder' : 'file';
}
const refuse = (program: string) => refuseProgram(program, kindOf);

describe('refuseProgram', () => {
  it('accepts a plain file in plain folders', () => {
    expect(refuse(at('real', 'deep', 'uninst.exe'))).toBeNull();
  });

  it.each([
    [
      'a path that is not full',
      () => 'uninst.exe',
      message('refused.noFullPath', { program: 'uninst.exe' }),
    ],
    ['a script', () => '/x/uninst.cmd', message('refused.noExe', { program: '/x/uninst.cmd' })],
  ])('refuses %s', (_what, path, said) => {
    expect(refuse(path())).toEqual(said);
  });

  it('refuses a program that has gone since it was found', () => {
    const path = at('real', 'gone.exe');
    expect(refuse(path)).toEqual(message('refused.programGone', { program: path }));
  });

  it('refuses a folder with the name of a program', async () => {
    await mkdir(at('folder.exe'));
    expect(refuse(at('folder.exe'))).toEqual(
      message('refused.noPlainFile', { program: at('folder.exe') }),
    );
  });

  it.skipIf(!canLinkFiles())('refuses a link to a program', async () => {
    await symlink(at('real', 'deep', 'uninst.exe'), at('link.exe'));
    expect(refuse(at('link.exe'))).toEqual(
      message('refused.noPlainFile', { program: at('link.exe') }),
    );
  });

  it('believes what the open folder says it is, not what else looks like one', () => {
    const asked = refuseProgram(at('real', 'deep', 'uninst.exe'), (path) =>
      path === at('real') ? 'link' : kindOf(path),
    );
    expect(asked).toEqual(message('refused.linkedFolder', { folder: at('real') }));
  });

  it('refuses a program behind a linked folder, however far up', async () => {
    await symlink(at('real'), at('linked'), 'junction');
    expect(refuse(at('linked', 'deep', 'uninst.exe'))).toEqual(
      message('refused.linkedFolder', { folder: at('linked') }),
    );
  });
});

describe('whyNotMadeBy', () => {
  const vendor = 'AO Kaspersky Lab';
  const valid = { status: 'valid', organization: vendor, companyName: 'Anybody' } as const;
  const unsigned = { status: 'unsigned', organization: null, companyName: vendor } as const;
  const why = (...asked: Parameters<typeof whyNotMadeBy>) => whyNotMadeBy(...asked)?.id ?? 'runs';

  it('lets a file run that is signed, or unsigned, as it was when it was judged', () => {
    expect([
      why(valid, { signed: true, name: vendor }),
      why(unsigned, { signed: false, name: vendor }),
    ]).toEqual(['runs', 'runs']);
  });

  it.each([
    ['signed by somebody else by now', { ...valid, organization: 'Mallory Ltd' }, true],
    ['signed by nobody who is named', { ...valid, organization: null }, true],
    ['not signed any more', unsigned, true],
    ['signed by now, by whomever', valid, false],
    ['unsigned and of another company by now', { ...unsigned, companyName: 'Mallory Ltd' }, false],
  ] as const)('refuses a file that is %s', (_what, made, signed) => {
    expect(why(made, { signed, name: vendor })).toBe('uninstaller.foreign');
  });

  it.each(['invalid', 'untrusted', 'unknown'] as const)(
    'refuses a file with a signature that is %s, whoever it names',
    (status) => {
      const asked = [true, false].map((signed) =>
        why({ ...valid, status }, { signed, name: vendor }),
      );
      expect(asked).toEqual([`uninstaller.signature.${status}`, `uninstaller.signature.${status}`]);
    },
  );
});
