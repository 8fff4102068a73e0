import type { BrowserWindow } from 'electron';
import type { RunView } from '../../../shared/contract/guide.ts';

/** `setProgressBar`: below 0 there is no bar, above 1 its length is not known. */
const noBar = -1;
const noLength = 2;

/** How far a removal is, on the button of the taskbar. */
export function barOf(run: RunView): number {
  if (run.state !== 'running') return noBar;
  const { steps, phase } = run;
  if (phase !== 'removing' || steps.length === 0) return noLength;
  const done = steps.map(({ status, fraction }) => (status === 'ended' ? 1 : (fraction ?? 0)));
  return done.reduce((sum, each) => sum + each, 0) / steps.length;
}

/** Shows it, and asks for attention when the removal ends while the person is at something else. */
export function showProgress(
  window: Pick<BrowserWindow, 'setProgressBar' | 'isFocused' | 'flashFrame'>,
  before: RunView,
  now: RunView,
  notify: () => void,
): void {
  if (barOf(before) !== barOf(now)) window.setProgressBar(barOf(now));
  const hasEnded = before.state === 'running' && now.state !== 'running';
  if (!hasEnded || window.isFocused()) return;
  window.flashFrame(true);
  notify();
}
