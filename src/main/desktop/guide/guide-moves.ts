import { assertNever } from '../../../shared/assert-never.ts';
import type { GuidePage, GuideSnapshot } from '../../../shared/guide.ts';
import type { RunOutcome } from '../../../shared/run.ts';
import { onlyToLookAt } from './guide-machine.ts';

/** What a person can ask the guide for. */
export type Move =
  | { readonly kind: 'chooseMachine'; readonly id: string }
  | { readonly kind: 'scan' }
  | { readonly kind: 'goTo'; readonly page: GuidePage }
  | { readonly kind: 'chooseFindings'; readonly ids: readonly string[] }
  | { readonly kind: 'acknowledge'; readonly hazardId: string }
  /** Anything else that changes what a removal will do. */
  | { readonly kind: 'answer' }
  | { readonly kind: 'start' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'restartPractice' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'importInventory' };

/**
 * Decides every move of the guide: null when it may be made now, else why not, for the person.
 *
 *     notBegun ──start──► running ──► ended ──────start (again)──► running
 *                         │  ▲  └───► stopped, refused ──start──► running
 *                         │  └─resume── ended (restart needed, or something failed), interrupted
 *                         └─cancel─► running until that is safe, then ended
 */
export function objection(guide: GuideSnapshot, move: Move): string | null {
  switch (move.kind) {
    case 'chooseMachine':
      return whileBusy(guide) ?? aboutMachine(guide, move.id);
    case 'scan':
      return whileBusy(guide) ?? whileUnfinished(guide);
    case 'goTo':
      return aboutPage(guide, move.page);
    case 'chooseFindings':
      return whileRunning(guide) ?? aboutFindings(guide, move.ids);
    case 'acknowledge':
      return whileRunning(guide) ?? aboutHazard(guide, move.hazardId);
    case 'answer':
      return whileRunning(guide);
    case 'start':
      return whileBusy(guide) ?? whileUnfinished(guide) ?? aboutStart(guide);
    case 'cancel':
      return guide.run.state === 'running' ? null : 'Nothing is being removed at the moment.';
    case 'restartPractice':
      return whileBusy(guide) ?? (guide.practice ? null : onlyPersonRestarts);
    case 'resume':
      return whileBusy(guide) ?? (isResumable(guide) ? null : nothingToResume);
    case 'importInventory':
      return whileBusy(guide);
    default:
      return assertNever(move);
  }
}

const onlyPersonRestarts =
  'Cutover does not restart your computer. Save your work and restart it from the Start menu.';
const nothingToResume = 'There is no removal to go on with.';
const lookFirst = 'Let Cutover look at the computer first.';

function whileRunning({ run }: GuideSnapshot): string | null {
  return run.state === 'running' ? 'A removal is going on. Wait for it to end.' : null;
}

function whileBusy(guide: GuideSnapshot): string | null {
  if (guide.scan.state === 'running') return 'Cutover is looking at the computer. Wait a moment.';
  return whileRunning(guide);
}

/** A removal that waits for a restart, or was broken off, comes to its end before another one begins. */
function whileUnfinished({ run }: GuideSnapshot): string | null {
  if (run.state === 'interrupted')
    return 'A removal was begun and has not come to its end. Go on with it first.';
  if (run.state === 'ended' && run.restartNeeded)
    return 'The removal is finished only after a restart. Restart, then go on with it.';
  return null;
}

function aboutMachine({ machines }: GuideSnapshot, id: string): string | null {
  const machine = machines.find((each) => each.id === id);
  return machine === undefined ? 'This computer is not in the list.' : machine.unavailable;
}

function aboutFindings({ scan }: GuideSnapshot, ids: readonly string[]): string | null {
  if (scan.state !== 'done') return lookFirst;
  const known = new Set(scan.findings.map(({ id }) => id));
  return ids.every((id) => known.has(id)) ? null : 'Cutover did not find this on the computer.';
}

function aboutHazard({ plan }: GuideSnapshot, hazardId: string): string | null {
  const isKnown = plan?.hazards.some(({ id, severity }) => id === hazardId && severity === 'todo');
  return isKnown ? null : 'There is nothing of this kind to confirm.';
}

function aboutStart(guide: GuideSnapshot): string | null {
  if (guide.scan.state !== 'done') return lookFirst;
  return kindOf(guide) === 'imported' ? onlyToLookAt : null;
}

function kindOf({ machines, machineId }: GuideSnapshot) {
  return machines.find(({ id }) => id === machineId)?.kind;
}

/** These ended as they should; trying the same again would change nothing. */
const final: readonly (RunOutcome | null)[] = [
  'cleanAndProtected',
  'nothingToRemove',
  'remnantsLeft',
  'dryRun',
];

function isResumable({ run }: GuideSnapshot): boolean {
  if (run.state === 'interrupted') return true;
  return run.state === 'ended' && !final.includes(run.record.outcome);
}

function aboutPage(guide: GuideSnapshot, page: GuidePage): string | null {
  const { run, scan } = guide;
  if (page === 'remove' && run.state !== 'notBegun') return null;
  const running = whileRunning(guide);
  if (running !== null) return running;
  switch (page) {
    case 'welcome':
    case 'check':
      return null;
    case 'prepare':
    case 'protection':
    case 'remove':
      return scan.state === 'done' ? null : lookFirst;
    case 'restart':
      return run.state === 'ended' && run.restartNeeded ? null : 'No restart is needed.';
    case 'proof':
      return run.state === 'ended' ? null : 'There is nothing to prove before the removal.';
    case 'report':
      return run.state === 'ended' || run.state === 'stopped'
        ? null
        : 'There is no report before the removal.';
    default:
      return assertNever(page);
  }
}
