import { installerExitCodes, type InstallerExitCode } from '../../catalog/installer-exit-codes.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Step } from '../../../shared/domain/step.ts';
import type { StepOutcome } from '../../../shared/domain/outcome.ts';
import type { StepResult } from '../../../shared/domain/step.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { ActionResult } from '../../../shared/domain/action.ts';
import { isGone, presenceOf, type Presence } from './presence.ts';
import { newRestartSigns } from './restart-signs.ts';

/** Whether the product of a step takes a password, and whether one was given. */
export type PasswordState = 'notTaken' | 'notGiven' | 'given';

export interface Judging {
  readonly step: Step;
  /** Of the product, for people. */
  readonly name: string;
  readonly result: ActionResult;
  readonly before: Inventory;
  readonly after: Inventory;
  /** Restarts that were pending before the action, see `restart-signs.ts`. */
  readonly restartsBefore: readonly string[];
  readonly password: PasswordState;
  /** Its uninstaller asked for a restart before, and was started again because that restart did not do it. */
  readonly restartAsked?: boolean;
}

/**
 * Says how a step ended. The machine decides whether the product is gone; what the uninstaller said only
 * explains why it is not.
 */
export function judgeStep(judging: Judging): StepResult {
  const { step, result, before, after } = judging;
  const presence = presenceOf(step.gone, before, after);
  const verdict = isGone(presence) ? whenGone(judging) : whenNotGone(judging, presence);
  return {
    stepId: step.id,
    findingId: step.findingId,
    name: judging.name,
    outcome: verdict.outcome,
    exitCode: result.exitCode,
    durationMs: result.durationMs,
    message: verdict.message,
    command: result.command,
    logFile: result.logFile,
  };
}

interface Verdict {
  readonly outcome: StepOutcome;
  readonly message: string;
}

function whenGone(judging: Judging): Verdict {
  if (wantsRestart(judging)) {
    return {
      outcome: 'restartNeeded',
      message: 'Removed as far as it goes now; Windows has to restart to finish it.',
    };
  }
  const remark = remarkOn(judging.result);
  return {
    outcome: 'removed',
    message: `Removed: the computer no longer has it.${remark === '' ? '' : ` ${remark}`}`,
  };
}

/** Success that came about in an odd way is still told. */
function remarkOn(result: ActionResult): string {
  if (result.ended === 'timedOut') return 'Its uninstaller did not end in time and was ended.';
  if (result.ended === 'cancelled') return 'You cancelled while its uninstaller was finishing.';
  if (result.ended === 'crashed') return 'Its uninstaller crashed at the end.';
  if (result.ended === 'couldNotStart') return 'Its uninstaller was gone already.';
  if (result.exitCode === null || rowOf(result.exitCode).verdict === 'success') return '';
  return `Its uninstaller ended with code ${result.exitCode} all the same.`;
}

function whenNotGone(judging: Judging, presence: Presence): Verdict {
  const { result } = judging;
  switch (result.ended) {
    case 'exited':
      return afterExit(judging, presence);
    case 'timedOut':
      return { outcome: 'timedOut', message: timeoutMessage(judging) };
    case 'cancelled':
      return {
        outcome: 'cancelled',
        message:
          'You cancelled; the product is still there. Run this again to continue with what is left.',
      };
    case 'crashed':
      return failed('The uninstaller crashed.', result.message);
    case 'couldNotStart':
      return failed('The uninstaller could not be started.', result.message);
    default:
      return assertNever(result.ended);
  }
}

type Row = Pick<InstallerExitCode, 'verdict' | 'meaning' | 'advice'>;

function afterExit(judging: Judging, presence: Presence): Verdict {
  const { result } = judging;
  const row = rowOf(result.exitCode);
  switch (row.verdict) {
    case 'success':
      return wantsRestart(judging)
        ? restartNeeded(judging, presence)
        : stillThere('reported success', presence);
    case 'alreadyGone':
      return stillThere('said that it was gone already', presence);
    case 'restartNeeded':
      return restartNeeded(judging, presence);
    case 'busy':
      return { outcome: 'installerBusy', message: worded(row, result) };
    case 'cancelled':
      return { outcome: 'cancelled', message: worded(row, result) };
    case 'failed':
      return afterFatalError(judging, row);
    case 'retry':
    case 'sourceMissing':
    case 'safeMode':
    case 'blocked':
      return { outcome: 'failed', message: worded(row, result) };
    default:
      return assertNever(row.verdict);
  }
}

/** A fatal error says nothing about its cause; a password is the usual one where the product takes one. */
function afterFatalError(judging: Judging, row: Row): Verdict {
  const { result, password } = judging;
  const spoken = speaksOfPassword(result.message);
  if (password === 'notTaken') return { outcome: 'failed', message: worded(fatal, result) };
  if (!(spoken || isUntouched(judging))) {
    return { outcome: 'failed', message: worded(row, result) };
  }
  const certainty = spoken ? spokenCertainty : guessedCertainty;
  return password === 'given'
    ? { outcome: 'passwordWrong', message: `${certainty.wrong} ${wrongAdvice}` }
    : { outcome: 'passwordMissing', message: `${certainty.missing} ${missingAdvice}` };
}

function rowOf(code: number | null): Row {
  return installerExitCodes.find((row) => row.code === code) ?? undocumented;
}

const undocumented: Row = {
  verdict: 'failed',
  meaning: 'The uninstaller ended with a code that is not documented.',
  advice: 'Its log may tell more. Restart the computer before you try again.',
};

/** For a product that takes no password, so that nobody looks for one. */
const fatal: Row = {
  verdict: 'failed',
  meaning: 'Windows Installer stopped with a fatal error.',
  advice: 'Restart the computer and try again; the installer log may tell more.',
};

const spokenCertainty = {
  wrong: 'The product refused the password; its uninstaller says so.',
  missing: 'The product is protected by a password; its uninstaller says so.',
};
const guessedCertainty = {
  wrong:
    'The uninstaller stopped before it changed anything. Most likely the password is wrong, but it did not say so.',
  missing:
    'The uninstaller stopped before it changed anything. Most likely the product is protected by a password, but it did not say so.',
};
const wrongAdvice =
  'Find the right one (at work: ask whoever administers the computer). Cutover does not try again by itself.';
const missingAdvice =
  'Give the password (at work: ask whoever administers the computer) and start again.';

/** Everything the step removes is where it was: the uninstaller gave up before its first change. */
function isUntouched({ step, before, after }: Judging): boolean {
  const was = presenceOf(step.gone, before, before).present;
  const is = new Set(presenceOf(step.gone, before, after).present);
  return was.length > 0 && was.every((ref) => is.has(ref));
}

/** Windows Installer messages are translated; these are the languages seen most with these products. */
function speaksOfPassword(message: string | null): boolean {
  return /passwor[dt]|kennwort|mot de passe|contraseña|senha|парол/i.test(message ?? '');
}

function wantsRestart({ result, restartsBefore, after }: Judging): boolean {
  const asked = result.exitCode !== null && rowOf(result.exitCode).verdict === 'restartNeeded';
  return asked || newRestartSigns(restartsBefore, after).length > 0;
}

/** Asked for over and over, a restart is no way out: somebody has to hear that the product stays. */
function restartNeeded({ restartAsked = false }: Judging, presence: Presence): Verdict {
  if (restartAsked) return stillThere('asked for a restart once more', presence);
  return {
    outcome: 'restartNeeded',
    message:
      'The uninstaller succeeded, and parts of the product stay until Windows has restarted. Restart the computer, then continue.',
  };
}

/** `claim`: what the uninstaller said, which the machine does not confirm. */
function stillThere(claim: string, presence: Presence): Verdict {
  const said = `The uninstaller ${claim}`;
  const message =
    presence.present.length > 0
      ? `${said}, but the computer still has ${presence.present.join(', ')}. Restart it and continue; if the product stays, use the steps in the report.`
      : `${said}, but that could not be proven: the computer did not let ${presence.unknown.join(', ')} be looked up. Restart it and continue.`;
  return { outcome: 'stillPresent', message };
}

function timeoutMessage({ step, result }: Judging): string {
  const killed = result.killedProcesses.length;
  const ended = killed > 0 ? ` ${result.killedProcesses.join(', ')} had to be ended.` : '';
  return `The uninstaller did not end within ${durationText(step.timeLimitMs)}.${ended} Restart the computer and run this again.`;
}

function durationText(milliseconds: number): string {
  const inMinutes = milliseconds >= 60_000;
  const count = Math.max(1, Math.round(milliseconds / (inMinutes ? 60_000 : 1000)));
  return `${count} ${inMinutes ? 'minute' : 'second'}${count === 1 ? '' : 's'}`;
}

function worded(row: Row, result: ActionResult): string {
  const meaning = row.meaning.replace(/\.$/, ` (code ${result.exitCode}).`);
  return `${meaning}${quoted(result.message)} ${row.advice}`;
}

function failed(says: string, detail: string | null): Verdict {
  const message = `${says}${quoted(detail)} Restart the computer and run this again.`;
  return { outcome: 'failed', message };
}

function quoted(detail: string | null): string {
  return detail === null || detail.trim() === '' ? '' : ` It said: ${sentence(detail)}`;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
