import { describe, expect, it } from 'vitest';
import {
  toBeEnded,
  type Overdue,
} from '../../../../../../src/main/machine/windows/watch/end-hung.ts';

const usage = () => null;
const program = { pid: 20, image: 'avpuninst.exe', usage };
const libraries = { pid: 21, image: 'MsiExec.exe', usage };
const service = { pid: 812, image: 'msiexec.exe', usage };

function ended(overdue: Partial<Overdue>): number[] {
  const usual = {
    sinceLimitMs: 10_000,
    reportsSinceLimit: 0,
    started: [libraries, program],
    services: new Set([812]),
  };
  return toBeEnded({ ...usual, ...overdue }).map(({ pid }) => pid);
}

describe('what is ended of an installation that passed its limit', () => {
  it('is nothing while it may still answer, and nothing once it does', () => {
    expect([
      ended({ sinceLimitMs: 9_999 }),
      ended({ reportsSinceLimit: 1 }),
      ended({ reportsSinceLimit: 1, sinceLimitMs: 600_000 }),
    ]).toEqual([[], [], []]);
  });

  it('is the program that it waits for, and only later what runs libraries of the product', () => {
    expect([ended({}), ended({ sinceLimitMs: 20_000 })]).toEqual([[20], [21, 20]]);
  });

  it('is never the service of Windows Installer, nor what could be it', () => {
    const started = [service, program, libraries];
    expect([
      ended({ started, sinceLimitMs: 60_000 }),
      ended({ started, sinceLimitMs: 60_000, services: null }),
    ]).toEqual([[20, 21], [20]]);
  });
});
