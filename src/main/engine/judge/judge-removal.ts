import { message, type Message } from '../../../shared/domain/message.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { ActionResult } from '../../../shared/domain/action.ts';
import type { Gone } from '../../../shared/domain/plan/step.ts';
import { explained, obstacleOf, rowOf, stuckBy, told } from './installer-words.ts';
import { judgeFatalError } from './judge-fatal-error.ts';
import type { Judging, Removal, Verdict } from './judging.ts';
import { isGone, presenceOf, type Presence } from './presence.ts';
import { newRestartSigns } from './restart-signs.ts';

/** Says how the removal of a product ended; what its uninstaller said only explains why the product is not gone. */
export function judgeRemoval(judging: Judging, gone: Gone): Verdict {
  const removal = { ...judging, gone };
  const presence = presenceOf(gone, judging.before, judging.after);
  return isGone(presence) ? whenGone(removal) : whenNotGone(removal, presence);
}

function whenGone(judging: Judging): Verdict {
  if (wantsRestart(judging)) {
    return { outcome: 'restartNeeded', message: [message('judged.removed.restart')] };
  }
  return { outcome: 'removed', message: [message('judged.removed'), ...remarkOn(judging.result)] };
}

/** Success that came about in an odd way is still told. */
function remarkOn({ ended, exitCode }: ActionResult): readonly Message[] {
  if (ended !== 'exited') return [message(`judged.remark.${ended}`)];
  if (exitCode === null || rowOf(exitCode).verdict === 'success') return [];
  return [message('judged.remark.code', { code: String(exitCode) })];
}

function whenNotGone(judging: Removal, presence: Presence): Verdict {
  const { ended } = judging.result;
  switch (ended) {
    case 'exited':
      return afterExit(judging, presence);
    case 'timedOut':
      return { outcome: 'timedOut', message: timeout(judging) };
    case 'cancelled':
      return {
        outcome: 'cancelled',
        message: [message('judged.cancelled'), ...told(judging.result)],
      };
    case 'crashed':
    case 'couldNotStart': {
      const how = [message(`judged.${ended}`), ...told(judging.result)];
      const obstacle = stuckBy(wantsPackage(judging) ? 'packageMissing' : null);
      return { outcome: 'failed', message: [...how, message('judged.again')], ...obstacle };
    }
    default:
      return assertNever(ended);
  }
}

/** None of the packages that were handed in was put back. */
function wantsPackage({ step: { action }, result }: Judging): boolean {
  const isHandedIn = action.kind === 'uninstallMsi' && action.handedIn !== undefined;
  return isHandedIn && result.ended === 'couldNotStart';
}

function afterExit(judging: Removal, presence: Presence): Verdict {
  const { result } = judging;
  const { verdict, words } = rowOf(result.exitCode);
  const why = words === null ? [] : explained(words, result);
  switch (verdict) {
    case 'success':
      return wantsRestart(judging)
        ? restartNeeded(judging, presence)
        : stillThere('success', presence, result);
    case 'alreadyGone':
      return stillThere('alreadyGone', presence, result);
    case 'restartNeeded':
      return restartNeeded(judging, presence);
    case 'busy':
      return { outcome: 'installerBusy', message: why };
    case 'cancelled':
      return { outcome: 'cancelled', message: why };
    case 'failed':
      return { outcome: 'failed', message: why, ...stuckBy(obstacleOf(words, result)) };
    case 'fatal':
      return judgeFatalError(judging);
    default:
      return assertNever(verdict);
  }
}

function wantsRestart({ result, restartsBefore, after }: Judging): boolean {
  const asked = result.exitCode !== null && rowOf(result.exitCode).verdict === 'restartNeeded';
  return asked || newRestartSigns(restartsBefore, after).length > 0;
}

/** Asked for over and over, a restart is no way out: somebody has to hear that the product stays. */
function restartNeeded({ restartAsked = false, result }: Judging, presence: Presence): Verdict {
  if (restartAsked) return stillThere('askedRestart', presence, result);
  return { outcome: 'restartNeeded', message: [message('judged.restart')] };
}

/** `claim`: what the uninstaller said, which the machine does not confirm. */
function stillThere(
  claim: 'success' | 'alreadyGone' | 'askedRestart',
  { present, unknown }: Presence,
  result: ActionResult,
): Verdict {
  const but =
    present.length > 0
      ? message('judged.still.present', { names: present.join(', ') })
      : message('judged.still.notProven', { names: unknown.join(', ') });
  return {
    outcome: 'stillPresent',
    message: [message(`judged.still.${claim}`), ...told(result), but],
    obstacle: claim === 'alreadyGone' ? 'registrationBroken' : 'uninstallerFailed',
  };
}

function timeout({ step, result }: Judging): readonly Message[] {
  const names = result.killedProcesses.join(', ');
  const killed = names === '' ? [] : [message('judged.killed', { names })];
  return [limitPassed(step.timeLimitMs), ...killed, ...told(result), message('judged.again')];
}

function limitPassed(milliseconds: number): Message {
  const unit = milliseconds >= 60_000 ? 'minutes' : 'seconds';
  const count = Math.max(1, Math.round(milliseconds / (unit === 'minutes' ? 60_000 : 1000)));
  return message(`judged.timedOut.${unit}`, { count });
}
