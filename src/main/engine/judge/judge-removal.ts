import {
  installerExitCodes,
  type InstallerExitCode,
  type InstallerWords,
} from '../../catalog/installer-exit-codes.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Gone, Step } from '../../../shared/domain/plan/step.ts';
import type { StepOutcome } from '../../../shared/domain/plan/step-outcomes.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { ActionResult } from '../../../shared/domain/action.ts';
import { isGone, presenceOf, type Presence } from './presence.ts';
import { newRestartSigns } from './restart-signs.ts';

/** Whether the product of a step takes a password, and whether one was given. */
export type PasswordState = 'notTaken' | 'notGiven' | 'given';

/** Everything that is known after an action was performed. */
export interface Judging {
  readonly step: Step;
  readonly result: ActionResult;
  readonly before: Inventory;
  readonly after: Inventory;
  /** Restarts that were pending before the action, see `restart-signs.ts`. */
  readonly restartsBefore: readonly string[];
  readonly password: PasswordState;
  /** Its uninstaller asked for a restart before, and was started again because that restart did not do it. */
  readonly restartAsked?: boolean;
}

export interface Verdict {
  readonly outcome: StepOutcome;
  /** Sentences. */
  readonly message: readonly Message[];
}

interface Removal extends Judging {
  readonly gone: Gone;
}

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
        message: [message('judged.cancelled'), ...judging.result.message],
      };
    case 'crashed':
    case 'couldNotStart': {
      const how = [message(`judged.${ended}`), ...told(judging.result)];
      return { outcome: 'failed', message: [...how, message('judged.again')] };
    }
    default:
      return assertNever(ended);
  }
}

function afterExit(judging: Removal, presence: Presence): Verdict {
  const { result } = judging;
  const { verdict, words } = rowOf(result.exitCode);
  const why = words === null ? [] : explained(words, result);
  switch (verdict) {
    case 'success':
      return wantsRestart(judging)
        ? restartNeeded(judging, presence)
        : stillThere('success', presence);
    case 'alreadyGone':
      return stillThere('alreadyGone', presence);
    case 'restartNeeded':
      return restartNeeded(judging, presence);
    case 'busy':
      return { outcome: 'installerBusy', message: why };
    case 'cancelled':
      return { outcome: 'cancelled', message: why };
    case 'failed':
      return afterFatalError(judging, why);
    case 'retry':
    case 'sourceMissing':
    case 'safeMode':
    case 'blocked':
      return { outcome: 'failed', message: why };
    default:
      return assertNever(verdict);
  }
}

/** A fatal error says nothing about its cause; a password is the usual one where the product takes one. */
function afterFatalError(judging: Removal, why: readonly Message[]): Verdict {
  const { result, password } = judging;
  if (password === 'notTaken') return { outcome: 'failed', message: explained(fatal, result) };
  const spoken = speaksOfPassword(result.said);
  if (!(spoken || isUntouched(judging))) return { outcome: 'failed', message: why };
  const certainty = spoken ? 'spoken' : 'guessed';
  return password === 'given'
    ? { outcome: 'passwordWrong', message: aboutPassword('wrong', certainty) }
    : { outcome: 'passwordMissing', message: aboutPassword('missing', certainty) };
}

function aboutPassword(
  what: 'wrong' | 'missing',
  certainty: 'spoken' | 'guessed',
): readonly Message[] {
  return [message(`judged.${what}.${certainty}`), message(`judged.${what}.help`)];
}

type Row = Pick<InstallerExitCode, 'verdict' | 'words'>;

function rowOf(code: number | null): Row {
  return installerExitCodes.find((row) => row.code === code) ?? undocumented;
}

const undocumented: Row = {
  verdict: 'failed',
  words: { cause: 'undocumented', help: 'logFirst' },
};

/** For a product that takes no password, so that nobody looks for one. */
const fatal: InstallerWords = { cause: 'fatal', help: 'log' };

/** Everything the step removes is where it was: the uninstaller gave up before its first change. */
function isUntouched({ gone, before, after }: Removal): boolean {
  const was = presenceOf(gone, before, before).present;
  const is = new Set(presenceOf(gone, before, after).present);
  return was.length > 0 && was.every((ref) => is.has(ref));
}

/** Windows Installer messages are translated; these are the languages seen most with these products. */
function speaksOfPassword(said: string | null): boolean {
  return /passwor[dt]|kennwort|mot de passe|contraseña|senha|парол/i.test(said ?? '');
}

function wantsRestart({ result, restartsBefore, after }: Judging): boolean {
  const asked = result.exitCode !== null && rowOf(result.exitCode).verdict === 'restartNeeded';
  return asked || newRestartSigns(restartsBefore, after).length > 0;
}

/** Asked for over and over, a restart is no way out: somebody has to hear that the product stays. */
function restartNeeded({ restartAsked = false }: Judging, presence: Presence): Verdict {
  if (restartAsked) return stillThere('askedRestart', presence);
  return { outcome: 'restartNeeded', message: [message('judged.restart')] };
}

/** `claim`: what the uninstaller said, which the machine does not confirm. */
function stillThere(
  claim: 'success' | 'alreadyGone' | 'askedRestart',
  { present, unknown }: Presence,
): Verdict {
  const but =
    present.length > 0
      ? message('judged.still.present', { names: present.join(', ') })
      : message('judged.still.notProven', { names: unknown.join(', ') });
  return { outcome: 'stillPresent', message: [message(`judged.still.${claim}`), but] };
}

function timeout({ step, result }: Judging): readonly Message[] {
  const names = result.killedProcesses.join(', ');
  const killed = names === '' ? [] : [message('judged.killed', { names })];
  return [limitPassed(step.timeLimitMs), ...killed, ...result.message, message('judged.again')];
}

function limitPassed(milliseconds: number): Message {
  const unit = milliseconds >= 60_000 ? 'minutes' : 'seconds';
  const count = Math.max(1, Math.round(milliseconds / (unit === 'minutes' ? 60_000 : 1000)));
  return message(`judged.timedOut.${unit}`, { count });
}

function explained({ cause, help }: InstallerWords, result: ActionResult): readonly Message[] {
  return [
    message(`installer.cause.${cause}`, { code: String(result.exitCode) }),
    ...told(result),
    message(`installer.help.${help}`),
  ];
}

/** What is known of it, and what the uninstaller itself said, as it stands. */
function told({ message: known, said }: ActionResult): readonly Message[] {
  const words = said?.trim() ?? '';
  return words === '' ? known : [...known, message('judged.said', { said: sentence(words) })];
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
