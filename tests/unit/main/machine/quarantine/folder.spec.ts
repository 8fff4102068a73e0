import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKept } from '../../../../../src/main/engine/record/run-folder.ts';
import {
  quarantineFolder,
  returnFolder,
} from '../../../../../src/main/machine/quarantine/folder.ts';
import {
  carryOut,
  type Performer,
} from '../../../../../src/main/machine/windows/perform/performer.ts';
import type {
  FolderControl,
  FolderItem,
  QuarantineBench,
} from '../../../../../src/main/machine/windows/perform/quarantine-control.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import type { Action, Before } from '../../../../../src/shared/domain/action.ts';

const places = ['C:\\Program Files (x86)', 'C:\\ProgramData', 'C:\\Users\\Ana\\AppData\\Local'];
const data = 'C:\\ProgramData\\Kaspersky Lab';
const quarantine = 'C:\\ProgramData\\Cutover\\runs\\1\\quarantine';

/** A disk that notes every move; folders on the way are there with what lies in them. */
class Disk implements FolderControl {
  readonly items = new Map<string, FolderItem['kind']>();
  readonly moves: (readonly [string, string])[] = [];
  readonly #facts: DiskFacts;

  constructor(paths: readonly string[], facts: DiskFacts = {}) {
    this.#facts = facts;
    for (const path of [...paths, quarantine]) this.#add(path);
    for (const link of facts.links ?? []) this.items.set(link, 'link');
  }

  #add(path: string): void {
    const names = path.replace(/\\$/, '').split('\\');
    for (let depth = 1; depth < names.length; depth += 1)
      this.items.set(names.slice(0, depth).join('\\'), 'folder');
    this.items.set(names.join('\\'), path.endsWith('\\') ? 'folder' : 'file');
    this.items.set(quarantine, 'folder');
  }

  places = () => places;
  look = (path: string) => {
    const names = path.split('\\');
    const isLinked = names.some(
      (_, index) => this.items.get(names.slice(0, index + 1).join('\\')) === 'link',
    );
    return { value: isLinked ? ('link' as const) : (this.items.get(path) ?? null) };
  };
  list = (path: string) => ({
    value: [...this.items].flatMap(([each, kind]) => {
      const name = each.slice(path.length + 1);
      const isIn = each.startsWith(`${path}\\`) && !name.includes('\\');
      return isIn ? [{ name, kind }] : [];
    }),
  });
  signerOf = (path: string) => this.#facts.signers?.[path] ?? null;
  runningIn = () => this.#facts.running ?? [];
  makeFolder = (path: string) => {
    this.items.set(path, 'folder');
    return 0;
  };
  removeFolder = (path: string) => {
    if (this.list(path).value.length > 0) return 145;
    this.items.delete(path);
    return 0;
  };
  /** What a program uses, and what Windows moves with its next start. */
  inUse: string[] = [];
  later: (readonly [string, string])[] = [];
  isGuarded = () => this.#facts.unguarded !== true;
  moveLater = (from: string, to: string) => {
    this.later.push([from, to]);
    return 0;
  };
  cancelLater = (from: string, to: string) => {
    this.later = this.later.filter((pair) => pair[0] !== from || pair[1] !== to);
    return 0;
  };
  restart(): void {
    this.inUse = [];
    for (const [from, to] of this.later.splice(0)) this.move(from, to);
  }
  move = (from: string, to: string) => {
    if (this.items.has(to)) return 183;
    if (this.#facts.failsAt === from) return this.#facts.failsWith ?? 17;
    if (this.inUse.includes(from)) return 32;
    this.moves.push([from, to]);
    for (const [path, kind] of new Map(this.items)) {
      if (path !== from && !path.startsWith(`${from}\\`)) continue;
      this.items.delete(path);
      this.items.set(to + path.slice(from.length), kind);
    }
    return 0;
  };
}

interface DiskFacts {
  readonly signers?: Readonly<Record<string, string>>;
  readonly running?: readonly string[];
  readonly links?: readonly string[];
  readonly failsAt?: string;
  readonly failsWith?: number;
  readonly unguarded?: boolean;
}

async function run(action: Action, disk: Disk, keptIn = quarantine) {
  let remembered: Before | null = null;
  const performer = (action.kind === 'returnFolder'
    ? returnFolder
    : quarantineFolder) as unknown as Performer<Action, QuarantineBench>;
  const here = { folders: disk, describeError: String } as unknown as QuarantineBench;
  const {
    ended,
    exitCode,
    message = [],
  } = await carryOut(
    performer,
    action,
    {
      secrets: { get: () => undefined },
      timeLimitMs: 200,
      logFile: '',
      temporaryFolder: '',
      quarantineFolder: () => keptIn,
      signal: new AbortController().signal,
      onEvent: () => undefined,
      remember: (before) => {
        remembered = before;
      },
    },
    here,
  );
  return {
    ended,
    exitCode,
    why: message.map(({ id }) => id),
    remembered: remembered as Before | null,
  };
}

const take = (path: string): Action => ({ kind: 'quarantineFolder', path });

/** The way back, made of what was remembered. */
function back(path: string, before: Before | null): Action {
  if (before?.kind !== 'keptFolder') throw new Error('Nothing was remembered.');
  return { kind: 'returnFolder', path, kept: before.kept, moved: [...before.moved] };
}

const shown = ({ items }: Disk) =>
  [...items].flatMap(([path, kind]) => (path === quarantine ? [] : [`${path} ${kind}`])).toSorted();

describe('moving a folder of the vendor into quarantine', () => {
  const whole = [`${data}\\AVP21.19\\Bases\\x.dat`, `${data}\\AVP21.19\\Report\\`];

  it('moves it as one when nothing in it stays, and brings it back as it was', async () => {
    const disk = new Disk(whole);
    const before = shown(disk);
    const taken = await run(take(data), disk);
    const gone = disk.items.has(data);
    const returned = await run(back(data, taken.remembered), disk);
    expect([taken.exitCode, disk.moves.length, gone, returned.exitCode, shown(disk)]).toEqual([
      0,
      2,
      false,
      0,
      before,
    ]);
  });

  it('leaves what a person keeps where it is, with the folders on the way', async () => {
    const disk = new Disk([...whole, `${data}\\AVP21.19\\QB\\1.klq`, `${data}\\x\\kpm_vault.edb`]);
    const before = shown(disk);
    const taken = await run(take(data), disk);
    expect([...disk.items.keys()].filter((path) => path.startsWith(data)).toSorted()).toEqual([
      data,
      `${data}\\AVP21.19`,
      `${data}\\AVP21.19\\QB`,
      `${data}\\AVP21.19\\QB\\1.klq`,
      `${data}\\x`,
      `${data}\\x\\kpm_vault.edb`,
    ]);
    await run(back(data, taken.remembered), disk);
    expect(shown(disk)).toEqual(before);
  });

  it('moves a link as a link, and looks at nothing behind it', async () => {
    const link = `${data}\\AVP21.19\\link`;
    const disk = new Disk(whole, { links: [link] });
    disk.items.set(`${link}\\QB`, 'folder');
    await run(take(data), disk);
    expect(disk.moves).toHaveLength(1);
  });

  it('leaves the folder of a product in which somebody else signed a program, and says so', async () => {
    const foreign = `${data}\\Other\\acme.exe`;
    const runtime = `${data}\\AVP21.19\\msvcp140.dll`;
    const signers = { [foreign]: 'Acme Inc', [runtime]: 'Microsoft Corporation' };
    const disk = new Disk([...whole, foreign, runtime, `${data}\\Other\\more.dat`], { signers });
    const taken = await run(take(data), disk);
    expect([taken.why, disk.moves.map(([from]) => from)]).toEqual([
      ['clean.foreignLeft'],
      [`${data}\\AVP21.19`],
    ]);
    expect((await run(take(`${data}\\Other`), disk)).why).toEqual(['refused.foreignProgram']);
  });

  it.each([
    ['a place of vendors itself', 'C:\\ProgramData', 'refused.notAVendorFolder'],
    [
      'a folder that only looks like one',
      'C:\\ProgramData\\Kaspersky Lab Fans',
      'refused.notAVendorFolder',
    ],
    ['a folder elsewhere', 'D:\\Kaspersky Lab', 'refused.notAVendorFolder'],
    ['a folder below another one', 'C:\\ProgramData\\x\\Kaspersky Lab', 'refused.notAVendorFolder'],
    ['a way out', `${data}\\..\\Microsoft`, 'refused.notAVendorFolder'],
    ['a name with a dot at its end', `${data}\\.`, 'refused.notAVendorFolder'],
    ['a stream', `${data}\\x:y`, 'refused.notAVendorFolder'],
    ['what a person keeps', `${data}\\AVP21.19\\QB`, 'refused.userData'],
    ['a vault', `${data}\\x\\kpm_vault.edb`, 'refused.userData'],
  ])('refuses %s', async (_, path, why) => {
    const disk = new Disk([...whole, `${path}\\x\\`]);
    expect([(await run(take(path), disk)).why, disk.moves]).toEqual([[why], []]);
  });

  it('refuses a folder that is a link or lies behind one, in which a program runs, or with nothing to take', async () => {
    const linked = new Disk(whole, { links: ['C:\\ProgramData'] });
    const running = new Disk(whole, { running: ['avp.exe'] });
    const kept = new Disk([`${data}\\AVP21.19\\QB\\1.klq`]);
    expect([
      (await run(take(data), linked)).why,
      (await run(take(data), running)).why,
      (await run(take(data), kept)).why,
      [linked, running, kept].flatMap(({ moves }) => moves),
    ]).toEqual([['refused.link'], ['refused.runsInFolder'], ['refused.onlyUserData'], []]);
  });

  it('moves nothing of which was not remembered where it goes', () => {
    const disk = new Disk(whole);
    const action = { kind: 'quarantineFolder', path: data } as const;
    const here = { folders: disk } as unknown as QuarantineBench;
    const context = {} as Parameters<typeof quarantineFolder.act>[2];
    expect(() => quarantineFolder.act(action, null, context, here)).toThrow('not remembered');
    expect(disk.moves).toEqual([]);
  });

  it('goes on where it was stopped, and is brought back from wherever it was stopped', async () => {
    const parts = [`${data}\\AVP21.19\\QB\\1.klq`, `${data}\\AVP21.19\\a`, `${data}\\AVP21.19\\b`];
    const disk = new Disk(parts, { failsAt: `${data}\\AVP21.19\\b` });
    const before = shown(disk);
    const half = await run(take(data), disk);
    expect([half.exitCode, disk.moves.length]).toEqual([17, 1]);
    const returned = await run(back(data, half.remembered), disk);
    const again = await run(back(data, half.remembered), disk);
    expect([returned.exitCode, again.exitCode, shown(disk)]).toEqual([0, 0, before]);
  });

  it('is not brought back over what somebody put in its place, nor from nowhere', async () => {
    const disk = new Disk(whole);
    const taken = await run(take(data), disk);
    disk.items.set(data, 'folder');
    expect((await run(back(data, taken.remembered), disk)).why).toEqual(['refused.placeTaken']);
    const empty = new Disk([]);
    expect((await run(back(data, taken.remembered), empty)).why).toEqual(['refused.notKept']);
  });

  it('never moves anything from outside of the folders of the vendor, nor a vault, whatever is asked', async () => {
    const names = fc.constantFrom(
      'Kaspersky Lab',
      'KasperskyLab',
      'kaspersky lab',
      'Kaspersky Lab ',
      '..',
      '.',
      '',
      'AVP21.19',
      'QB',
      'Windows',
      'x:y',
      'kpm_vault.edb',
      'CON',
      'a*',
    );
    const roots = fc.constantFrom(...places, 'C:', 'C:\\Windows', '\\\\server\\share', '\\\\?\\C:');
    const path = fc
      .tuple(roots, fc.array(names, { maxLength: 4 }))
      .map(([root, parts]) => [root, ...parts].join('\\'));
    await fc.assert(
      fc.asyncProperty(path, async (asked) => {
        const disk = new Disk([...whole, `${data}\\AVP21.19\\QB\\1.klq`, `${asked}\\inside.dat`]);
        await run(take(asked), disk);
        const wrong = disk.moves.filter(
          ([from]) =>
            !places.some((place) =>
              new RegExp(
                `^${place.replaceAll(/[\\()]/g, '\\$&')}\\\\Kaspersky ?Lab(?:\\\\|$)`,
                'i',
              ).test(from),
            ) || /\\(?:QB|kpm_vault\.edb)(?:\\|$)/i.test(from),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });
});

describe('what is in use', () => {
  const folder = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.19';
  const held = `${folder}\\x64\\held.dll`;
  const parts = [held, `${folder}\\x64\\QB\\1.klq`, `${folder}\\avp.exe`];
  const inFolder = ({ items }: Disk) =>
    [...items.keys()].filter((path) => path.startsWith(folder)).toSorted();

  it('waits for the restart while the rest goes, and comes back from there', async () => {
    const keptIn = temporaryFolder();
    const disk = new Disk(parts);
    disk.inUse = [held];
    const before = inFolder(disk);
    const taken = await run(take(folder), disk, keptIn);
    const meanwhile = inFolder(disk).filter((path) => /\.(?:dll|exe)$/.test(path));
    const later = disk.later.map(([from]) => from);
    disk.restart();
    const after = inFolder(disk).filter((path) => /\.(?:dll|exe)$/.test(path));
    const returned = await run(back(folder, taken.remembered), disk, keptIn);
    expect({
      taken: [taken.exitCode, taken.why],
      meanwhile,
      later,
      after,
      returned: [returned.exitCode, inFolder(disk)],
    }).toEqual({
      taken: [3010, ['clean.waitsForRestart']],
      meanwhile: [held],
      later: [held],
      after: [],
      returned: [0, before],
    });
  });

  it('is taken off the list again by what brings it back before the restart, and nothing else is', async () => {
    const keptIn = temporaryFolder();
    const disk = new Disk(parts);
    const other = ['C:\\Acme\\new.dll', 'C:\\Acme\\acme.dll'] as const;
    disk.later = [other];
    disk.inUse = [held];
    const before = inFolder(disk);
    const taken = await run(take(folder), disk, keptIn);
    const { kept } = taken.remembered as Extract<Before, { kind: 'keptFolder' }>;
    const isOpen = isKept(kept);
    const returned = await run(back(folder, taken.remembered), disk, keptIn);
    expect([isOpen, isKept(`${kept}x`), returned.exitCode, disk.later, inFolder(disk)]).toEqual([
      true,
      false,
      0,
      [other],
      before,
    ]);
    expect(readdirSync(keptIn)).toEqual([]);
  });

  it('waits as a whole where nothing of it can go, and can be brought back although nothing is kept yet', async () => {
    const keptIn = temporaryFolder();
    const disk = new Disk([held]);
    disk.inUse = [folder];
    const taken = await run(take(folder), disk, keptIn);
    const { kept } = taken.remembered as Extract<Before, { kind: 'keptFolder' }>;
    expect([taken.exitCode, disk.later, isKept(kept)]).toEqual([3010, [[folder, kept]], true]);
    await run(back(folder, taken.remembered), disk, keptIn);
    expect([disk.later, disk.items.has(held), isKept(kept)]).toEqual([[], true, false]);
  });

  it.each([
    ['in a place that others may change meanwhile', { unguarded: true }, 32],
    ['that fails for another reason', { failsAt: held, failsWith: 17 }, 17],
  ])('does not wait %s', async (_, facts, code) => {
    const disk = new Disk(parts, facts);
    disk.inUse = [held];
    const taken = await run(take(folder), disk, temporaryFolder());
    expect([taken.exitCode, disk.later]).toEqual([code, []]);
  });
});
