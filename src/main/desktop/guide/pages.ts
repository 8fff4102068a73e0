import type { GuideState, PageState } from '../../../shared/contract/guide.ts';
import { guidePages, type GuidePage } from '../../../shared/contract/guide-pages.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { productCount } from '../../../shared/domain/plan/step-about.ts';
import { helps } from '../../../shared/domain/run/run-outcomes.ts';
import {
  firstOf,
  whileDecided,
  whileNotReady,
  whileRunning,
  whileUnseen,
  type Reason,
} from './reasons.ts';

/** Why a page cannot be gone to; null when it can. A removal that runs is not left. */
export function whyClosed(page: GuidePage, guide: GuideState): Problem | null {
  return page === 'remove' ? rules.remove(guide) : firstOf(whileRunning, rules[page])(guide);
}

/** Where a person is on the way, also while they look at something beside it. */
export function shownStep({
  page,
  quarantine,
}: Pick<GuideState, 'page' | 'quarantine'>): GuidePage {
  return page === 'quarantine' ? quarantine.from : page;
}

/** Every page of the guide in order; what is known not to be needed is left out. */
export function pageStates(guide: GuideState): readonly PageState[] {
  const here = guidePages.indexOf(shownStep(guide));
  return guidePages
    .filter((page) => page !== 'restart' || mayRestart(guide))
    .filter((page) => page !== 'prepare' || mayPrepare(guide))
    .map((page) => ({
      page,
      closed: whyClosed(page, guide),
      done: guidePages.indexOf(page) < here && !isOutstanding(page, guide),
    }));
}

const rules: Readonly<Record<GuidePage, Reason>> = {
  welcome: () => null,
  check: whileDecided,
  prepare: firstOf(whileDecided, whileUnseen),
  protection: firstOf(whileDecided, whileUnseen),
  remove: (guide) =>
    guide.run.state === 'notBegun' ? firstOf(whileUnseen, whileNotReady)(guide) : null,
  restart: ({ run }) =>
    run.state === 'ended' && helps(run.record, 'restart') ? null : { id: 'noRestartNeeded' },
  proof: ({ run }) => (run.state === 'ended' ? null : { id: 'nothingToProve' }),
  report: ({ run }) =>
    run.state === 'ended' || run.state === 'stopped' ? null : { id: 'noReport' },
};

/** Where no product goes and nothing speaks against going on, there is nothing to prepare. */
function mayPrepare({ run, page, plan: now }: GuideState): boolean {
  const plan = run.state === 'ended' ? run.record.plan : now;
  return (
    page === 'prepare' || plan === null || plan.hazards.length > 0 || productCount(plan.steps) > 0
  );
}

function mayRestart({ run, page }: GuideState): boolean {
  if (page === 'restart' || run.state !== 'ended') return true;
  return helps(run.record, 'restart') || run.record.starts > 1;
}

/** Passed by, and not done for all that: a removal that failed, a restart that is still to come. */
function isOutstanding(page: GuidePage, guide: GuideState): boolean {
  if (page === 'restart') return whyClosed(page, guide) === null;
  return page === 'remove' && guide.run.state === 'ended' && helps(guide.run.record, 'again');
}
