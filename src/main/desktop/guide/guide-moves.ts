import { assertNever } from '../../../shared/domain/assert-never.ts';
import { helps, isFinal } from '../../../shared/domain/outcomes.ts';
import type { RunRecord } from '../../../shared/domain/record.ts';
import type { GuidePage, GuideSnapshot, RunView } from '../../../shared/contract/guide.ts';
import type { Problem } from '../../../shared/contract/problem.ts';

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
  | { readonly kind: 'importInventory' }
  | { readonly kind: 'protectionChoice' }
  | { readonly kind: 'recheckProtection' }
  | { readonly kind: 'checkLive' }
  | { readonly kind: 'enableDefender' };

/**
 * Decides every move of the guide: null when it may be made now, else why not.
 *
 *     notBegun ──start──► running ──► ended ──────start (again)──► running
 *                         │  ▲  └───► stopped, refused ──start──► running
 *                         │  └─resume── ended (restart needed, or something failed), interrupted, refused
 *                         └─cancel─► running until that is safe, then ended
 */
export function objection(guide: GuideSnapshot, move: Move): Problem | null {
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
      return guide.run.state === 'running' ? null : { id: 'nothingUnderWay' };
    case 'restartPractice':
      return whileBusy(guide) ?? (guide.practice ? null : onlyPersonRestarts);
    case 'resume':
      return whileBusy(guide) ?? (isResumable(guide) ? null : nothingToResume);
    case 'importInventory':
      return whileBusy(guide);
    case 'protectionChoice':
      return whileRunning(guide) ?? onlyToLookAt(guide);
    case 'recheckProtection':
      return whileBusy(guide) ?? onlyToLookAt(guide) ?? aboutRecheck(guide);
    case 'checkLive':
      return whileBusy(guide) ?? onlyToLookAt(guide);
    case 'enableDefender':
      return whileBusy(guide) ?? onlyToLookAt(guide) ?? aboutDefender(guide);
    default:
      return assertNever(move);
  }
}

const onlyPersonRestarts: Problem = { id: 'restartYourself' };
const nothingToResume: Problem = { id: 'nothingToResume' };
const lookFirst: Problem = { id: 'lookFirst' };

function whileRunning({ run }: GuideSnapshot): Problem | null {
  return run.state === 'running' ? { id: 'removalUnderWay' } : null;
}

function whileBusy(guide: GuideSnapshot): Problem | null {
  if (guide.scan.state === 'running') return { id: 'lookingNow' };
  return whileRunning(guide) ?? whileProtecting(guide);
}

/** One thing at a time: what is done for the protection changes what everything else would see. */
function whileProtecting({ recheck, liveCheck, restore }: GuideSnapshot): Problem | null {
  const running = [recheck, liveCheck, restore.progress].some(({ state }) => state === 'running');
  return running ? { id: 'protectionWorkUnderWay' } : null;
}

/** A removal that waits for a restart, or was broken off, comes to its end before another one begins. */
function whileUnfinished({ run }: GuideSnapshot): Problem | null {
  if (run.state === 'interrupted') return { id: 'removalUnfinished' };
  if (run.state === 'ended' && run.restartNeeded) return { id: 'restartFirst' };
  return null;
}

function aboutMachine({ machines }: GuideSnapshot, id: string): Problem | null {
  const machine = machines.find((each) => each.id === id);
  return machine === undefined ? { id: 'machineNotListed' } : machine.unavailable;
}

function aboutFindings({ scan }: GuideSnapshot, ids: readonly string[]): Problem | null {
  if (scan.state !== 'done') return lookFirst;
  const known = new Set(scan.findings.map(({ id }) => id));
  return ids.every((id) => known.has(id)) ? null : { id: 'findingNotKnown' };
}

function aboutHazard({ plan }: GuideSnapshot, hazardId: string): Problem | null {
  const isKnown = plan?.hazards.some(({ id, severity }) => id === hazardId && severity === 'todo');
  return isKnown ? null : { id: 'hazardNotKnown' };
}

function aboutStart(guide: GuideSnapshot): Problem | null {
  if (guide.scan.state !== 'done') return lookFirst;
  return onlyToLookAt(guide);
}

function onlyToLookAt(guide: GuideSnapshot): Problem | null {
  return kindOf(guide) === 'imported' ? { id: 'onlyToLookAt' } : null;
}

/** There has to be something that is looked at again. */
function aboutRecheck({ scan, run }: GuideSnapshot): Problem | null {
  return scan.state === 'done' || run.state === 'ended' ? null : lookFirst;
}

/** Before a restart that is due, Windows often brings it back alone, and an interrupted removal goes on first. */
function aboutDefender(guide: GuideSnapshot): Problem | null {
  const steps = guide.restore.plan?.steps ?? [];
  return whileUnfinished(guide) ?? (steps.length > 0 ? null : { id: 'nothingToBringBack' });
}

function kindOf({ machines, machineId }: GuideSnapshot) {
  return machines.find(({ id }) => id === machineId)?.kind;
}

function isResumable({ run }: GuideSnapshot): boolean {
  if (run.state === 'interrupted') return true;
  if (run.state === 'refused') return run.runId !== null;
  return run.state === 'ended' && !isOver(run.record);
}

/** It ended as it should; trying the same again would change nothing. */
function isOver({ outcome }: RunRecord): boolean {
  return outcome !== null && isFinal(outcome);
}

function mayRestart(run: RunView): boolean {
  return run.state === 'ended' && helps(run.record, 'restart');
}

function aboutPage(guide: GuideSnapshot, page: GuidePage): Problem | null {
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
      return mayRestart(run) ? null : { id: 'noRestartNeeded' };
    case 'proof':
      return run.state === 'ended' ? null : { id: 'nothingToProve' };
    case 'report':
      return run.state === 'ended' || run.state === 'stopped' ? null : { id: 'noReport' };
    default:
      return assertNever(page);
  }
}
