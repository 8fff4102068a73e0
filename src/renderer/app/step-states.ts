import {
  canTryAgain,
  guidePages,
  type GuidePage,
  type GuideSnapshot,
} from '../../shared/contract/guide.ts';
import { helps } from '../../shared/domain/outcomes.ts';
import { preparation } from '../pages/prepare/preparation.ts';

/** `open` may be gone to, `closed` not yet or no more. */
export interface StepState {
  readonly page: GuidePage;
  readonly state: 'current' | 'open' | 'closed';
  readonly done: boolean;
}

/** The steps of the guide as the rail shows them; the restart is left out once it is known not to be needed. */
export function stepStates(snapshot: GuideSnapshot): readonly StepState[] {
  const here = guidePages.indexOf(snapshot.page);
  return guidePages
    .filter((page) => page !== 'restart' || mayRestart(snapshot))
    .map((page) => ({
      page,
      state: page === snapshot.page ? 'current' : isOpen(snapshot, page) ? 'open' : 'closed',
      done: guidePages.indexOf(page) < here && !isOutstanding(snapshot, page),
    }));
}

/** Passed by, and not done for all that: a removal that failed, a restart that is still to come. */
function isOutstanding(snapshot: GuideSnapshot, page: GuidePage): boolean {
  if (page === 'remove') return canTryAgain(snapshot);
  return page === 'restart' && isOpen(snapshot, page);
}

/** True while an answer may still be changed: nothing was begun, or it ended without success. */
export function canChangeAnswers(snapshot: GuideSnapshot): boolean {
  const { state } = snapshot.run;
  if (state === 'ended') return canTryAgain(snapshot);
  return state !== 'running' && state !== 'interrupted';
}

function isOpen(snapshot: GuideSnapshot, page: GuidePage): boolean {
  const { run, scan } = snapshot;
  if (run.state === 'running') return false;
  const ended = run.state === 'ended';
  switch (page) {
    case 'welcome':
      return true;
    case 'check':
      return scan.state !== 'notBegun' && canChangeAnswers(snapshot);
    case 'prepare':
    case 'protection':
      return scan.state === 'done' && canChangeAnswers(snapshot);
    case 'remove':
      return (
        ended ||
        run.state === 'interrupted' ||
        (scan.state === 'done' && preparation(snapshot).ready)
      );
    case 'restart':
      return ended && helps(run.record, 'restart');
    case 'proof':
      return ended;
    case 'report':
      return ended || run.state === 'stopped';
  }
}

function mayRestart({ run, page }: GuideSnapshot): boolean {
  if (page === 'restart' || run.state !== 'ended') return true;
  return helps(run.record, 'restart') || run.record.starts > 1;
}
