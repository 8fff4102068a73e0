import { describe, expect, it } from 'vitest';
import { startedBy } from '../../../../../../src/main/machine/windows/watch/installer-tree.ts';

function running(pid: number, parentPid: number) {
  return { pid, parentPid, name: `${pid}.exe` };
}

describe('what Windows Installer has started', () => {
  it('is its children and theirs, whoever comes first in the list', () => {
    const all = [running(30, 20), running(20, 10), running(10, 1), running(40, 30)];
    expect(startedBy([10], all, new Set()).map(({ pid }) => pid)).toEqual([20, 30, 40]);
  });

  it('is nothing of what was there before, nor of its children', () => {
    const all = [running(10, 1), running(20, 10), running(21, 20), running(22, 10)];
    expect(startedBy([10], all, new Set([10, 20])).map(({ pid }) => pid)).toEqual([22]);
  });

  it('is nothing of anybody else’s', () => {
    const all = [running(10, 1), running(50, 1), running(51, 50)];
    expect(startedBy([10], all, new Set())).toEqual([]);
  });

  it('is found in the end where numbers go in a circle', () => {
    const all = [running(10, 11), running(11, 10)];
    expect(startedBy([10], all, new Set()).map(({ pid }) => pid)).toEqual([11]);
  });
});
