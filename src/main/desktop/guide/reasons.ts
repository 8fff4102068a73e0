import type { GuideState } from '../../../shared/contract/guide.ts';
import type { QuarantineWork } from '../../../shared/contract/quarantine-view.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Forbiddable } from '../../policy/policy-flags.ts';
import { isFinal } from '../../../shared/domain/run/run-outcomes.ts';
import { readinessOf } from './readiness.ts';
import { isOver } from './run-view.ts';

/** Why something cannot be done as the guide stands; null where nothing speaks against it. */
export type Reason = (guide: GuideState) => Problem | null;

/** The first of several reasons that applies. */
export function firstOf(...reasons: readonly Reason[]): Reason {
  return (guide) => {
    for (const reason of reasons) {
      const problem = reason(guide);
      if (problem !== null) return problem;
    }
    return null;
  };
}

export const whileRunning: Reason = ({ run }) =>
  run.state === 'running' ? { id: 'removalUnderWay' } : null;

export const whileNotRunning: Reason = ({ run }) =>
  run.state === 'running' ? null : { id: 'nothingUnderWay' };

const whileScanning: Reason = ({ scan }) =>
  scan.state === 'running' ? { id: 'lookingNow' } : null;

export const whileNotScanning: Reason = ({ scan }) =>
  scan.state === 'running' ? null : { id: 'notLooking' };

/** One thing at a time: what is done for the protection changes what everything else would see. */
const whileProtecting: Reason = ({ recheck, liveCheck, reactivation }) => {
  const running = [recheck, liveCheck, reactivation.progress].some(
    ({ state }) => state === 'running',
  );
  return running ? { id: 'protectionWorkUnderWay' } : null;
};

const whilePuttingBack: Reason = ({ quarantine: { look, work } }) => {
  const isUnderWay = look.state === 'running' || isWorking(work);
  return isUnderWay ? { id: 'quarantineUnderWay' } : null;
};

/** The computer is being changed. */
export function isWorking({ state }: QuarantineWork): boolean {
  return state === 'puttingBack' || state === 'deleting';
}

export const whileBusy = firstOf(whileScanning, whileRunning, whileProtecting, whilePuttingBack);

/** A removal that waits for a restart, or was broken off, comes to its end before another one begins. */
export const whileUnfinished: Reason = ({ run }) => {
  if (run.state === 'interrupted') return { id: 'removalUnfinished' };
  return run.state === 'ended' && run.restartNeeded ? { id: 'restartFirst' } : null;
};

/** Answers may be changed as long as nothing was begun, or it ended in a way that a second try may change. */
export const whileDecided = firstOf(whileUnfinished, ({ run }) =>
  isOver(run) ? { id: 'removalOver' } : null,
);

export const whileUnseen: Reason = ({ scan }) =>
  scan.state === 'done' ? null : { id: 'lookFirst' };

export const whileNotReady: Reason = (guide) =>
  readinessOf(guide).ready ? null : { id: 'notReady' };

/** A policy of this computer forbids it, or says nobody knows what. */
export function whileForbidden(what: Forbiddable): Reason {
  return ({ policy: { forbids, broken } }) => {
    if (broken !== null) return { id: 'policyBroken', detail: broken };
    return forbids.includes(what) ? { id: 'forbiddenHere' } : null;
  };
}

/** After a restart the run goes on by itself, which is a run and its registration. */
export const whileNotToContinue = firstOf(
  whileForbidden('resume'),
  whileForbidden('--continue-after-restart'),
);

/** An inventory from another computer can only be looked at, and this one without administrator rights. */
export const whileReadOnly: Reason = ({ machines, machineId }) =>
  machines.find(({ id }) => id === machineId)?.readOnly ?? null;

/** Nothing of another computer can be asked again. */
export const whileImported: Reason = ({ machines, machineId }) =>
  machines.find(({ id }) => id === machineId)?.kind === 'imported' ? { id: 'onlyToLookAt' } : null;

/** Windows restarts only a computer that comes back whole; the engine asks the computer once more before it does. */
export const whileNotToRestart: Reason = ({ run }) => {
  if (run.state !== 'ended' || !run.restartNeeded) return { id: 'noRestartNeeded' };
  const { outcome, state } = run.record;
  if (outcome === 'restartStarted') return { id: 'restartUnderWay' };
  return (state?.dangers ?? []).length > 0 ? { id: 'notBeforeDanger' } : null;
};

export const whileOnRealComputer: Reason = ({ practice }) =>
  practice ? null : { id: 'restartYourself' };

/** There has to be something that is looked at again. */
export const whileNothingSeen: Reason = (guide) =>
  guide.run.state === 'ended' ? null : whileUnseen(guide);

export const whileNothingToReactivate: Reason = ({ reactivation }) =>
  (reactivation.plan?.steps ?? []).length > 0 ? null : { id: 'nothingToReactivate' };

export const whileNotResumable: Reason = ({ run }) => {
  const resumable =
    run.state === 'interrupted' ||
    (run.state === 'refused' && run.runId !== null) ||
    (run.state === 'ended' && (run.record.outcome === null || !isFinal(run.record.outcome)));
  return resumable ? null : { id: 'nothingToResume' };
};
