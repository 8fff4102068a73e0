import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import {
  addChoiceOptions,
  choiceFrom,
  type ChoiceOptions,
} from '../../../../../src/main/cli/flags/choice-options.ts';
import { english } from '../../../../../src/shared/words/english.ts';

function timeLimitOf(...args: readonly string[]): number | null {
  const command = addChoiceOptions(new Command('remove'), english)
    .exitOverride()
    .configureOutput({
      writeErr: () => {},
    });
  return choiceFrom(command.parse(args, { from: 'user' }).opts<ChoiceOptions>()).timeLimitMs;
}

describe('--time-limit', () => {
  it.each([
    [[], null],
    [['--time-limit', '45'], 2_700_000],
    [['--time-limit', '0.1'], 6_000],
    [['--time-limit', '1440'], 86_400_000],
  ])('is minutes, with fractions: %j is %j milliseconds', (args, milliseconds) => {
    expect(timeLimitOf(...args)).toBe(milliseconds);
  });

  it.each(['0', '-1', '1,5', '1441', 'Infinity', '0x10', '1e3', '', '0.00000001'])(
    'refuses %j',
    (value) => {
      expect(() => timeLimitOf(`--time-limit=${value}`)).toThrow(/Minutes are a number above 0/);
    },
  );
});
