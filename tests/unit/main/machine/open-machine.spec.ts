import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  openDataFolder,
  openMachine,
  whyNotHere,
} from '../../../../src/main/machine/open-machine.ts';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import type { MachinePlace } from '../../../../src/main/machine/open-machine.ts';
import { message } from '../../../../src/shared/domain/message.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const said = (code: string) => ({
  id: expect.stringMatching(/^dataFolder\.not(?:Created|Opened)$/),
  values: { path: expect.any(String), why: expect.stringContaining(code) },
});

const home = practiceComputers.find(({ id }) => id === 'home') ?? null;
const thisOne = { practice: null, dataFolder: undefined };

async function pathFor(place: MachinePlace, purpose: 'read' | 'write'): Promise<string> {
  const opened = await openDataFolder(place, purpose);
  if (!opened.ok) throw new Error(opened.why.id);
  return opened.value.path;
}

afterEach(() => vi.unstubAllEnvs());

describe('the machine that is meant', () => {
  it('is a practice computer, which is the only one that can be restarted and reset', async () => {
    const opened = await openMachine({ practice: home, dataFolder: temporaryFolder(), speed: 0 });
    if (!opened.ok) throw new Error(opened.why);
    const { machine } = opened;
    expect([machine.id, machine.practice, 'restart' in machine, 'reset' in machine]).toEqual([
      'practice-home',
      true,
      true,
      true,
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'is not this computer where it has no Windows',
    async () => {
      expect([await openMachine({ ...thisOne, speed: 1 }), await whyNotHere()]).toEqual([
        { ok: false, why: 'notWindows' },
        'notWindows',
      ]);
    },
  );
});

describe.skipIf(process.platform === 'win32')('the folder for runs', () => {
  it.each([
    [undefined, join(homedir(), '.local', 'state', 'cutover')],
    ['/var/state', '/var/state/cutover'],
  ])('lies in the state folder of the person (%s)', async (state, folder) => {
    vi.stubEnv('XDG_STATE_HOME', state);
    expect(await pathFor(thisOne, 'read')).toBe(folder);
  });

  it('is the one a person names, and practice never mixes with real runs', async () => {
    const named = temporaryFolder();
    expect([
      await pathFor({ practice: null, dataFolder: named }, 'read'),
      await pathFor({ practice: home, dataFolder: named }, 'read'),
    ]).toEqual([named, join(named, 'practice', 'home')]);
  });

  it('is made when it is to be written to, and only then', async () => {
    const place = { practice: home, dataFolder: join(temporaryFolder(), 'new') };
    const folder = await pathFor(place, 'read');
    const before = existsSync(folder);
    expect([before, await pathFor(place, 'write'), existsSync(folder)]).toEqual([
      false,
      folder,
      true,
    ]);
  });

  it('says which one cannot be made and why, and leaves the advice to whoever tells it', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(await openDataFolder({ practice: home, dataFolder: file }, 'write')).toEqual({
      ok: false,
      folder: join(file, 'practice', 'home'),
      why: message('dataFolder.noFolder', { path: file }),
    });
  });

  // Windows has no /proc, and makes one where it is asked to.
  it.skipIf(process.platform === 'win32').each([
    ['whose parent takes no folder', '/proc/nope', 'ENOENT'],
    ['that is there and takes none itself', '/proc', 'ENOENT'],
    ['with too long a name', `/tmp/${'x'.repeat(300)}`, 'ENAMETOOLONG'],
  ])('ends with a sentence for one %s', async (_what, folder, code) => {
    expect(await openDataFolder({ practice: null, dataFolder: folder }, 'write')).toEqual({
      ok: false,
      folder,
      why: said(code),
    });
  });

  it('is found from where the command was started, and leaves nothing behind but itself', async () => {
    const folder = temporaryFolder();
    const named = relative(process.cwd(), join(folder, 'runs-of-mine'));
    expect([
      await pathFor({ practice: null, dataFolder: named }, 'write'),
      readdirSync(join(folder, 'runs-of-mine')),
    ]).toEqual([join(folder, 'runs-of-mine'), ['runs']]);
  });
});
