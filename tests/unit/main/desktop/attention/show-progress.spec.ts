import { expect, it } from 'vitest';
import { barOf, showProgress } from '../../../../../src/main/desktop/attention/show-progress.ts';
import { beginning, ended } from '../../../../../src/main/desktop/guide/run-view.ts';
import type { RunView } from '../../../../../src/shared/contract/guide.ts';
import { recordOf } from '../../../../support/run-samples.ts';

const begun = beginning('run', '2026-11-23T17:15:00.000Z');
const over = ended(recordOf());

it('shows no bar where nothing is removed, one without a length while the computer is looked at, and how far the steps are', () => {
  const steps = [
    { status: 'ended', fraction: null },
    { status: 'running', fraction: 0.5 },
    { status: 'waiting', fraction: null },
    { status: 'waiting', fraction: null },
  ] as unknown as (typeof begun)['steps'];
  const removing: RunView = { ...begun, phase: 'removing', steps };
  expect([{ state: 'notBegun' } as const, begun, removing].map(barOf)).toEqual([-1, 2, 0.375]);
});

it.each([
  ['the end, to somebody who is at something else', begun, over, false, ['flash', 'notice']],
  ['nothing to somebody who sees it', begun, over, true, []],
  ['nothing while it goes on', begun, { ...begun, cancelling: true }, false, []],
  ['nothing a second time', over, over, false, []],
] as const)('tells %s', (_, before, now, focused, expected) => {
  const told: string[] = [];
  const window = {
    setProgressBar: () => {},
    isFocused: () => focused,
    flashFrame: () => void told.push('flash'),
  };
  showProgress(window, before, now, () => void told.push('notice'));
  expect(told).toEqual(expected);
});
