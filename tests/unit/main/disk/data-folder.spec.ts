import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Access, AccessRight } from '../../../../src/main/disk/access.ts';
import {
  openDataFolder,
  type AccessSystem,
  type FolderRequest,
} from '../../../../src/main/disk/data-folder.ts';
import { posixAccess } from '../../../../src/main/disk/posix-access.ts';
import { message } from '../../../../src/shared/domain/message.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const user = 'S-1-5-21-1-2-3-1001';
const may = (right: Partial<AccessRight>): AccessRight => ({
  account: user,
  changes: false,
  replaces: false,
  ...right,
});

interface Place {
  readonly place: string;
  readonly runs: string;
  readonly planted: string;
}

/** A place of ours with one run in it. */
function placeWithRun(): Place {
  const place = join(temporaryFolder(), 'Cutover');
  const runs = join(place, 'runs');
  const planted = join(runs, '20991231-000000-aaaa');
  mkdirSync(planted, { recursive: true });
  writeFileSync(join(planted, 'journal.jsonl'), '');
  return { place, runs, planted };
}

type Facts = Readonly<Record<string, Partial<Access> | { readonly unseen: string }>>;

/** The disk as it is, all of it of administrators, but for what is told of some paths. What is protected is as ours. */
function system(told: Facts, mends = true): AccessSystem {
  const protectedNow = new Set<string>();
  return {
    look: (path) => {
      const facts = told[path] ?? {};
      if (!existsSync(path)) return null;
      if ('unseen' in facts) return facts;
      const kind = lstatSync(path).isDirectory() ? 'folder' : 'file';
      const rights = protectedNow.has(path) ? [] : (facts.rights ?? []);
      return { kind, owner: 'administrators', ...facts, rights };
    },
    trusts: (account) => account === 'administrators',
    follow: (path) => path,
    make: (path) => {
      mkdirSync(path);
      protectedNow.add(path);
      delete (told as Record<string, unknown>)[path];
    },
    protect: (path) => void protectedNow.add(path),
    list: () => [],
    erase: () => {},
    mends,
  };
}

function open(place: string, told: Facts, change: Partial<FolderRequest> = {}, mends = true) {
  const request = { place, named: false, below: [], holds: 'runs', purpose: 'write', ...change };
  return openDataFolder(request as FolderRequest, system(told, mends));
}

const otherOwner = (path: string) => message('dataFolder.otherOwner', { path, owner: user });
const othersWrite = (path: string) => message('dataFolder.othersWrite', { path, who: user });
const refused = (folder: string, why: unknown) => ({ ok: false, folder, why });

describe('the gate to run data', () => {
  it.each(['read', 'write'] as const)('lets through what administrators made (%s)', (purpose) => {
    const { place, planted } = placeWithRun();
    const opened = open(place, {}, { purpose });
    expect([opened.ok && opened.value.path, opened.ok && opened.value.doubt(planted)]).toEqual([
      place,
      null,
    ]);
    expect(readdirSync(place)).toEqual(['runs']);
  });

  it('makes nothing for reading', () => {
    const place = join(temporaryFolder(), 'Cutover');
    expect([open(place, {}, { purpose: 'read' }).ok, existsSync(place)]).toEqual([true, false]);
  });

  it.each(['read', 'write'] as const)(
    'moves aside what a person put in our place, and it is not read (%s)',
    (purpose) => {
      const { place, planted } = placeWithRun();
      const opened = open(place, { [place]: { owner: user } }, { purpose });
      const [name = '', ...others] = readdirSync(dirname(place)).filter((each) =>
        each.startsWith('Cutover.not-ours-'),
      );
      expect([opened.ok, others, existsSync(planted)]).toEqual([true, [], false]);
      expect(existsSync(join(dirname(place), name, 'runs', '20991231-000000-aaaa'))).toBe(true);
      const to = join(dirname(place), name);
      expect(opened.ok && opened.value.movedAside).toEqual([{ from: place, to }]);
      expect(existsSync(place)).toBe(purpose === 'write');
    },
  );

  it('moves aside the folder of runs alone where only that one is somebody else’s', () => {
    const { place, runs, planted } = placeWithRun();
    const opened = open(place, { [runs]: { owner: user } });
    const names = readdirSync(place).toSorted();
    expect([opened.ok, names.length, names[0], existsSync(planted)]).toEqual([
      true,
      2,
      'runs',
      false,
    ]);
  });

  it('moves aside a link, and leaves alone what it leads to', () => {
    const { place } = placeWithRun();
    const target = temporaryFolder();
    const link = join(dirname(place), 'linked');
    symlinkSync(target, link, 'junction');
    const opened = openDataFolder(
      { place: link, named: false, below: [], holds: 'runs', purpose: 'write' },
      posixAccess(),
    );
    expect([opened.ok, lstatSync(link).isDirectory(), readdirSync(target)]).toEqual([
      true,
      true,
      [],
    ]);
  });

  it('never moves an honest folder: others lose the right to write in it, and what lies in it is judged by itself', () => {
    const { place, planted } = placeWithRun();
    const told = {
      [place]: { rights: [may({ changes: true })] },
      [planted]: { owner: user },
    };
    const opened = open(place, told);
    if (!opened.ok) throw new Error(opened.why.id);
    expect([readdirSync(dirname(place)), opened.value.doubt(planted)]).toEqual([
      ['Cutover'],
      otherOwner(planted),
    ]);
  });

  it.each([
    ['belongs to a person', { owner: user }, otherOwner],
    ['may be changed by a person', { rights: [may({ changes: true })] }, othersWrite],
    ['is a link', { kind: 'link' }, (path: string) => message('dataFolder.link', { path })],
    [
      'cannot be looked at',
      { unseen: 'no' },
      (path: string) => message('dataFolder.notOpened', { path, why: 'no' }),
    ],
  ] as const)('does not believe a run of which the folder or a file %s', (_what, facts, why) => {
    const { place, planted } = placeWithRun();
    const journal = join(planted, 'journal.jsonl');
    const doubts = [planted, journal].map((path) => {
      const opened = open(place, { [path]: facts });
      return opened.ok ? opened.value.doubt(planted) : null;
    });
    expect(doubts).toEqual([why(planted), why(journal)]);
  });

  it.each([
    ['others may rename what lies there', { rights: [may({ replaces: true })] }, othersWrite],
    ['it belongs to somebody else', { owner: user }, otherOwner],
    ['it is a link', { kind: 'link' }, (path: string) => message('dataFolder.link', { path })],
    [
      'it is no folder',
      { kind: 'file' },
      (path: string) => message('dataFolder.noFolder', { path }),
    ],
  ] as const)('refuses a way to it on which %s, and touches nothing', (_what, facts, why) => {
    const { place, planted } = placeWithRun();
    const above = dirname(place);
    const told = { [above]: facts as Partial<Access> };
    expect([
      open(place, told),
      open(place, told, { purpose: 'read' }),
      readdirSync(above),
      existsSync(planted),
    ]).toEqual([refused(place, why(above)), refused(place, why(above)), ['Cutover'], true]);
  });

  it('does not mind that everybody may have folders beside ours', () => {
    const { place } = placeWithRun();
    expect(open(place, { [dirname(place)]: { rights: [may({ changes: true })] } }).ok).toBe(true);
  });

  it('takes the folder that a person names as it is or not at all', () => {
    const { place } = placeWithRun();
    const named = { named: true } as const;
    expect([
      open(place, { [place]: { owner: user } }, named),
      open(place, { [place]: { rights: [may({ replaces: true })] } }, named),
      open(place, { [place]: { rights: [may({ changes: true })] } }, named).ok,
      readdirSync(dirname(place)),
    ]).toEqual([
      refused(place, otherOwner(place)),
      refused(place, othersWrite(place)),
      true,
      ['Cutover'],
    ]);
  });

  it('puts nothing in order for who has no right to', () => {
    const { place, planted } = placeWithRun();
    const told = { [place]: { owner: user } };
    expect([
      open(place, told, { purpose: 'read' }, false),
      open(place, told, {}, false),
      existsSync(planted),
    ]).toEqual([refused(place, otherOwner(place)), refused(place, otherOwner(place)), true]);
  });

  it('shows nothing of what administrators keep to who may not look, and does not refuse to read elsewhere', () => {
    const { place, planted } = placeWithRun();
    const told = { [place]: { unseen: 'denied' } };
    const why = message('dataFolder.notOpened', { path: place, why: 'denied' });
    const read = open(place, told, { purpose: 'read' }, false);
    expect([
      read.ok && read.value.doubt(planted),
      open(place, told, {}, false),
      open(place, told, { purpose: 'read' }),
    ]).toEqual([why, refused(place, why), refused(place, why)]);
  });
});

describe.skipIf(process.platform === 'win32')('access on POSIX', () => {
  it('takes the right from everybody, and knows a folder in which each may only touch their own', () => {
    const folder = join(temporaryFolder(), 'x');
    mkdirSync(folder);
    const { look, protect } = posixAccess();
    const seen = [0o777, 0o1777, 0o755].map((mode) => {
      chmodSync(folder, mode);
      return look(folder);
    });
    chmodSync(folder, 0o777);
    protect(folder);
    const owner = String(process.getuid?.());
    const facts = (changes: boolean, replaces: boolean) => ({
      kind: 'folder',
      owner,
      rights: [{ account: 'everybody', changes, replaces }],
    });
    expect([...seen, look(folder), look(join(folder, 'none'))]).toEqual([
      facts(true, true),
      facts(true, false),
      facts(false, false),
      facts(false, false),
      null,
    ]);
  });
});
