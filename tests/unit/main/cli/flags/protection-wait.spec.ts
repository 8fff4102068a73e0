import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import {
  addProtectionWaitOption,
  protectionWaitMs,
} from '../../../../../src/main/cli/flags/protection-wait.ts';
import { protectionWaitFor } from '../../../../../src/main/session/protection-wait.ts';
import { english } from '../../../../../src/shared/words/english.ts';

function waitOf(...args: readonly string[]): number | undefined {
  const command = addProtectionWaitOption(
    new Command().exitOverride().configureOutput({ writeErr: () => {} }),
    english,
  );
  return protectionWaitMs(command.parse([...args], { from: 'user' }).opts());
}

describe('--protection-wait', () => {
  it.each([
    [[], undefined],
    [['--protection-wait', '0'], 0],
    [['--protection-wait', '0.5'], 30_000],
    [['--protection-wait', '60'], 3_600_000],
  ] as const)('%j is %s milliseconds', (args, expected) => {
    expect(waitOf(...args)).toBe(expected);
  });

  it.each(['', '-1', '61', 'soon', '1e3', 'Infinity'])('refuses %j', (value) => {
    expect(() => waitOf(`--protection-wait=${value}`)).toThrow(/from 0 to 60/);
  });

  it('is two minutes on a real machine and a moment on a practice computer', () => {
    const limits = [
      protectionWaitFor({ practice: false }).limitMs,
      protectionWaitFor({ practice: false }, 0).limitMs,
      protectionWaitFor({ practice: true }, 3_600_000).limitMs,
    ];
    expect(limits).toEqual([120_000, 0, 300]);
  });
});
