import { expect, it } from 'vitest';
import { barOf } from '../../../../src/main/desktop/show-progress.ts';
import { beginning } from '../../../../src/main/desktop/guide/run-view.ts';
import type { RunView } from '../../../../src/shared/contract/guide.ts';

const begun = beginning('run', '2026-11-23T17:15:00.000Z');

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
