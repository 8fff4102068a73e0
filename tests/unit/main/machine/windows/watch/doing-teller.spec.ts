import { describe, expect, it } from 'vitest';
import type { Doing } from '../../../../../../src/main/machine/windows/watch/doing.ts';
import {
  doingTeller,
  type Watchable,
} from '../../../../../../src/main/machine/windows/watch/doing-teller.ts';

const program: Watchable = {
  pid: 7,
  image: 'uninst.exe',
  usage: () => ({ cpuMs: 0, operations: 0 }),
};

/** A teller on a clock of its own; `asked` counts how often the windows were looked at. */
function tellerWith(windows: { pid: number; title: string }[]) {
  const told: Doing[] = [];
  const state = { now: 0, asked: 0 };
  const teller = doingTeller(
    { isRoot: ({ pid }) => pid === 7, reports: () => 0, onDoing: (doing) => told.push(doing) },
    {
      now: () => state.now,
      windowsOf: (pids) => {
        state.asked += 1;
        return windows.filter(({ pid }) => pids.has(pid));
      },
      unseen: () => true,
    },
  );
  const pass = (milliseconds: number) => {
    for (const until = state.now + milliseconds; state.now < until; state.now += 100)
      teller.look(() => [program]);
  };
  return { told, state, teller, pass };
}

const works: Doing = { does: 'works', programs: ['uninst.exe'] };
const window: Doing = { does: 'showsWindow', program: 'uninst.exe', title: 'Sure?', unseen: true };

describe('telling what an uninstaller does', () => {
  it('looks every two seconds however often it is asked, and repeats itself every four', () => {
    const { told, state, pass } = tellerWith([]);
    pass(12_100);
    expect([told, state.asked]).toEqual([[works, works, works], 6]);
  });

  it('tells a window at the next look, and does not take that of a stranger for one', () => {
    const windows = [{ pid: 8, title: 'Somebody else’s' }];
    const { told, pass } = tellerWith(windows);
    pass(4_100);
    windows.push({ pid: 7, title: 'Sure?' });
    pass(2_000);
    expect(told).toEqual([works, window]);
  });

  it('looks and tells at once at the end', () => {
    const { told, teller } = tellerWith([{ pid: 7, title: 'Sure?' }]);
    teller.tellNow(() => [program]);
    expect(told).toEqual([window]);
  });

  it('goes on without a word when looking fails: the work is not to end for that', () => {
    const told: Doing[] = [];
    const fails = () => {
      throw new Error('no windows here');
    };
    const teller = doingTeller(
      { isRoot: () => true, reports: () => 0, onDoing: (doing) => told.push(doing) },
      { now: () => 10_000, windowsOf: fails, unseen: () => false },
    );
    teller.tellNow(() => [program]);
    expect(told).toEqual([]);
  });
});
