import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MsiMessage } from '../../../../../../src/main/machine/windows/worker/msi-message.ts';
import {
  beforeMsiProgress,
  nextMsiProgress,
} from '../../../../../../src/main/machine/windows/worker/msi-progress.ts';

const progress = (...fields: [number, number, number, number]): MsiMessage => ({
  kind: 'progress',
  fields,
});
const reset = (total: number, direction = 0, generating = 0) =>
  progress(0, total, direction, generating);
const information = (step: number, counts = 1) => progress(1, step, counts, 0);
const report = (ticks: number) => progress(2, ticks, 0, 0);
const addition = (ticks: number) => progress(3, ticks, 0, 0);
const data: MsiMessage = { kind: 'actionData' };
const action = (description: string): MsiMessage => ({
  kind: 'actionStart',
  action: 'RemoveFiles',
  description,
});

function fractions(...messages: readonly MsiMessage[]): (number | null)[] {
  let state = beforeMsiProgress;
  return messages.map((message) => {
    state = nextMsiProgress(state, message);
    return state.fraction === null ? null : Math.round(state.fraction * 1000) / 1000;
  });
}

describe('nextMsiProgress', () => {
  it('knows nothing before the first reset', () => {
    expect(fractions(report(50), data, action('Checking'), reset(100))).toEqual([
      null,
      null,
      null,
      0,
    ]);
  });

  it('gives the making of the script a tenth of the bar and the work nine tenths of the rest', () => {
    expect(
      fractions(reset(100, 0, 1), report(50), report(50), reset(200), report(100), report(100)),
    ).toEqual([0, 0.05, 0.1, 0.1, 0.505, 0.91]);
  });

  it('counts action data only after the action has said that it counts', () => {
    expect(fractions(reset(90), data, information(9), data, data, information(9, 0), data)).toEqual(
      [0, 0, 0, 0.09, 0.18, 0.18, 0.18],
    );
  });

  it('stops counting action data when the next action starts', () => {
    expect(fractions(reset(90), information(9), data, action('Next'), data)).toEqual([
      0, 0, 0.09, 0.09, 0.09,
    ]);
  });

  it('does not go back when the installer finds more work', () => {
    expect(fractions(reset(100), report(50), addition(100), report(50), report(50))).toEqual([
      0, 0.45, 0.45, 0.45, 0.675,
    ]);
  });

  it('stands still while the installer undoes its work', () => {
    expect(fractions(reset(100), report(50), reset(100, 1), report(60))).toEqual([
      0, 0.45, 0.45, 0.45,
    ]);
  });

  it('is not led past the end of a phase, nor astray by a phase without length', () => {
    expect(fractions(reset(0), report(50), reset(10), report(1000), reset(-4), report(-4))).toEqual(
      [0, 0, 0, 0.9, 0.9, 0.9],
    );
  });

  it('shows the description of the current action, and the last one where an action has none', () => {
    let state = nextMsiProgress(beforeMsiProgress, action('Removing files'));
    state = nextMsiProgress(state, action(''));
    expect(state.text).toBe('Removing files');
  });

  it('never falls and stays between 0 and 1, whatever comes', () => {
    const number = fc.integer({ min: -10, max: 100 });
    const message = fc.oneof(
      fc
        .tuple(
          fc.integer({ min: 0, max: 4 }),
          number,
          fc.integer({ min: 0, max: 1 }),
          fc.integer({ min: 0, max: 1 }),
        )
        .map((fields) => progress(...fields)),
      fc.constant(data),
      fc.constant(action('x')),
    );
    fc.assert(
      fc.property(fc.array(message, { maxLength: 60 }), (messages) => {
        const known = fractions(...messages).filter((fraction) => fraction !== null);
        expect(known).toEqual([...known].sort((one, other) => one - other));
        expect(known.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
      }),
    );
  });
});
