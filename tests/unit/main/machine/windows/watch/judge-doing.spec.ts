import { describe, expect, it } from 'vitest';
import {
  judgeDoing,
  watchOn,
  type ProcessSeen,
  type Sample,
  type Watched,
} from '../../../../../../src/main/machine/windows/watch/judge-doing.ts';

const second = 1_000;

/** How an uninstaller goes on: what each process uses in every two seconds of it. */
interface Pace {
  readonly cpuMs: number;
  readonly operations: number;
}

const idle: Pace = { cpuMs: 0, operations: 0 };
const polling: Pace = { cpuMs: 40, operations: 0 };
const copying: Pace = { cpuMs: 1_900, operations: 12 };
const looping: Pace = { cpuMs: 1_950, operations: 0 };
const names = ['uninst.exe', 'Un.exe', 'helper.exe'];

/** The first pace is that of the program itself; `null` where Windows does not tell. */
function seen(paces: readonly (Pace | null)[], looks: number): ProcessSeen[] {
  return paces.map((pace, index) => ({
    pid: 100 + index,
    image: names[index] ?? '',
    isRoot: index === 0,
    usage:
      pace === null
        ? null
        : { cpuMs: 500 + pace.cpuMs * looks, operations: 20 + pace.operations * looks },
  }));
}

interface Course {
  readonly paces: readonly (Pace | null)[];
  readonly seconds: number;
  readonly more?: (looks: number) => Partial<Sample>;
  readonly before?: Watched | null;
}

function watched({ paces, seconds, more = () => ({}), before = null }: Course): Watched {
  let state = before;
  const from = before === null ? 0 : before.last.at / second / 2 + 1;
  for (let look = from; look <= from + seconds / 2; look += 1) {
    const at = look * 2 * second;
    const processes = seen(paces, look);
    state = watchOn(state, { at, processes, windows: [], reports: 0, ...more(look) });
  }
  if (state === null) throw new Error('never looked');
  return state;
}

function doing(course: Course, unseen = false) {
  return judgeDoing(watched(course), unseen);
}

describe('what an uninstaller is seen to do', () => {
  it('works, with its programs, as long as one of them uses anything', () => {
    const works = { does: 'works', programs: ['uninst.exe'] };
    expect([
      doing({ paces: [idle], seconds: 58 }),
      doing({ paces: [copying], seconds: 600 }),
      doing({ paces: [{ cpuMs: 0, operations: 1 }], seconds: 600 }),
    ]).toEqual([works, works, works]);
  });

  it('shows a window, from the first look on, and whether anybody can see it', () => {
    const windows = [
      { image: 'Un.exe', title: 'Close the “program”\u202e\n  and try again' },
      { image: 'uninst.exe', title: 'Uninstall' },
    ];
    const course = { paces: [copying, idle], seconds: 0, more: () => ({ windows }) };
    const window = {
      does: 'showsWindow',
      program: 'Un.exe',
      title: 'Close the ’program’ and try again',
    };
    expect([doing(course), doing(course, true)]).toEqual([
      { ...window, unseen: false },
      { ...window, unseen: true },
    ]);
  });

  it('has been silent for a minute, and is not once anything moves', () => {
    const course = { paces: [idle, polling], seconds: 130 };
    const silent = { does: 'silent', programs: ['uninst.exe', 'Un.exe'], minutes: 2 };
    const before = watched(course);
    const after = (paces: readonly Pace[]) => doing({ paces, seconds: 0, before });
    expect([judgeDoing(before, false), after([idle, { cpuMs: 0, operations: 1 }]).does]).toEqual([
      silent,
      'waitsForChild',
    ]);
  });

  it('is not silent while it reports, or while programs come and go', () => {
    const reporting = doing({
      paces: [idle],
      seconds: 600,
      more: (looks) => ({ reports: looks }),
    });
    const changing = doing({
      paces: [idle],
      seconds: 600,
      more: (looks) => ({ processes: seen([idle, idle].slice(looks % 2), looks) }),
    });
    expect([reporting.does, changing.does]).toEqual(['works', 'waitsForChild']);
  });

  it('spins when one program keeps a processor busy for a minute and neither reads nor writes', () => {
    const paces = [idle, looping];
    expect([
      doing({ paces, seconds: 58 }).does,
      doing({ paces, seconds: 60 }),
      doing({ paces, seconds: 190 }),
      doing({ paces: [idle, { ...looping, operations: 1 }], seconds: 190 }).does,
      doing({ paces, seconds: 190, more: (looks) => ({ reports: looks }) }).does,
    ]).toEqual([
      'waitsForChild',
      { does: 'spins', program: 'Un.exe', minutes: 1 },
      { does: 'spins', program: 'Un.exe', minutes: 3 },
      'waitsForChild',
      'waitsForChild',
    ]);
  });

  it('waits for what it started last, once it has done nothing itself for ten seconds', () => {
    const paces = [idle, idle, copying];
    expect([doing({ paces, seconds: 8 }).does, doing({ paces, seconds: 10 })]).toEqual([
      'works',
      { does: 'waitsForChild', program: 'uninst.exe', child: 'helper.exe' },
    ]);
  });

  it('calls nobody silent, spinning or waiting whose use Windows does not tell', () => {
    expect([
      doing({ paces: [null], seconds: 600 }).does,
      doing({ paces: [null, copying], seconds: 600 }).does,
    ]).toEqual(['works', 'works']);
  });
});
