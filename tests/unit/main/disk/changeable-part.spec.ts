import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Access } from '../../../../src/main/disk/access.ts';
import { changeablePart, doubtAboutFile } from '../../../../src/main/disk/changeable-part.ts';
import { posixAccess } from '../../../../src/main/disk/posix-access.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

interface Installed {
  readonly folder: string;
  readonly program: string;
  readonly library: string;
}

function installed(): Installed {
  const folder = join(temporaryFolder(), 'Cutover');
  const [program, library] = [join(folder, 'Cutover.exe'), join(folder, 'resources', 'koffi.node')];
  mkdirSync(dirname(library), { recursive: true });
  for (const file of [program, library]) writeFileSync(file, '', { mode: 0o644 });
  return { folder, program, library };
}

const user = 'S-1-5-21-1-2-3-1001';
const administrators = 'S-1-5-32-544';

/** Everything belongs to the administrators but for what is told of some paths. */
function told(facts: Readonly<Record<string, Partial<Access> | null>>) {
  return {
    look: (path: string): Access | { unseen: string } | null => {
      const fact = facts[path];
      if (fact === null) return { unseen: 'Access is denied (5)' };
      return { kind: 'folder', owner: administrators, rights: [], ...fact };
    },
    trusts: (account: string) => account === administrators,
  };
}

describe('the place that a program was started from', () => {
  it('is fine where only who is trusted can change it', () => {
    const { program } = installed();
    expect(changeablePart(program, 'tree', told({}))).toBeNull();
  });

  it('may lie in a folder where others have things of their own, but not where they can replace ours', () => {
    const { folder, program } = installed();
    const above = dirname(folder);
    const right = { account: user, changes: true, replaces: false };
    const asked = [right, { ...right, replaces: true }].map((each) =>
      changeablePart(program, 'tree', told({ [above]: { rights: [each] } })),
    );
    expect(asked).toEqual([null, above]);
  });

  it.each(['folder', 'program', 'library'] as const)(
    'is named where others may change the %s, own it, or where it cannot be looked at',
    (part) => {
      const place = installed();
      const path = place[part];
      const rights = [{ account: user, changes: true, replaces: false }];
      const asked = [{ rights }, { owner: user }, { owner: null }, { kind: 'link' as const }, null];
      expect(
        asked.map((fact) => changeablePart(place.program, 'tree', told({ [path]: fact }))),
      ).toEqual(asked.map(() => path));
    },
  );

  it('is only the folder where the program is one file', () => {
    const { program, library } = installed();
    const rights = [{ account: user, changes: true, replaces: false }];
    const system = told({ [library]: { rights } });
    const asked = (['folder', 'tree'] as const).map((part) =>
      changeablePart(program, part, system),
    );
    expect(asked).toEqual([null, library]);
  });

  it('is judged on the disk too', () => {
    const { folder, program, library } = installed();
    const before = changeablePart(program, 'tree', posixAccess());
    chmodSync(library, 0o666);
    const weak = changeablePart(program, 'tree', posixAccess());
    chmodSync(library, 0o644);
    symlinkSync('/etc/hostname', join(folder, 'version.dll'));
    expect([before, weak, changeablePart(program, 'tree', posixAccess())]).toEqual([
      null,
      library,
      join(folder, 'version.dll'),
    ]);
  });
});

describe('a file that decides something', () => {
  const file = '/ProgramData/Cutover/policy.json';
  const facts = { [file]: { kind: 'file' } } as const;
  const doubt = (more: Parameters<typeof told>[0]) =>
    doubtAboutFile(file, { ...told({ ...facts, ...more }), follow: (path) => path })?.valueOf();

  it('is believed where only who is trusted can change it', () => {
    expect(doubt({})).toBeUndefined();
  });

  it('may have others that may write beside it, but not in its place or into it', () => {
    const right = { account: user, changes: true, replaces: false };
    const asked = [
      { '/ProgramData/Cutover': { rights: [right] } },
      { '/ProgramData/Cutover': { rights: [{ ...right, replaces: true }] } },
      { [file]: { kind: 'file', rights: [right] } as const },
    ].map((more) => doubt(more));
    expect(asked).toMatchObject([
      undefined,
      { id: 'dataFolder.othersWrite' },
      { id: 'dataFolder.othersWrite' },
    ]);
  });

  it('is not believed as a link, out of another’s hands, or unseen', () => {
    const asked = [{ kind: 'link' } as const, { owner: user }, null].map((fact) =>
      doubt({ [file]: fact === null ? null : { kind: 'file', ...fact } }),
    );
    expect(asked).toMatchObject([
      { id: 'dataFolder.link' },
      { id: 'dataFolder.otherOwner' },
      { id: 'dataFolder.notOpened' },
    ]);
  });
});
