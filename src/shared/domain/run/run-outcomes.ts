import type { ExitCodeName } from './exit-codes.ts';
import type { WayOutId } from '../plan/way-out-ids.ts';
import type { Tone } from '../tone.ts';

/** One thing that a person does after a run; the report, the terminal and the window have words for each. */
export type NextStep =
  | WayOutId
  | 'resumeUnfinished'
  | 'again'
  | 'nothingKeepReport'
  | 'nothing'
  | 'saveAndRestart'
  | 'saveOpenWork'
  | 'checkAfterRestart'
  | 'reactivateDefender'
  | 'checkProtection'
  | 'removeRemains'
  | 'decideAboutHost'
  | 'leaveRemains'
  | 'useVendorTool'
  | 'seeToDanger'
  | 'restartAndResume'
  | 'ifItStays'
  | 'findPassword'
  | 'liftProtection'
  | 'rightPassword'
  | 'doNotGuess'
  | 'waitForInstaller'
  | 'readFailedStep'
  | 'restartThenAgain'
  | 'restart'
  | 'solveFirst'
  | 'startForReal'
  | 'turnOn'
  | 'updateSignatures'
  | 'installAnother'
  | 'protectAtOnce';

/** What may still change such an end: the same once more, a password, a restart before it, the vendor's own tool. */
export type Help = 'again' | 'password' | 'restart' | 'vendorTool' | 'protection';

/** Everything the program knows about one way in which a run ends; its words have the same name. */
export interface OutcomeRow {
  readonly exit: ExitCodeName;
  readonly tone: Tone;
  /** The computer as the run leaves it: nothing was touched, a restart finishes it, or this is how it stays. */
  readonly leaves: 'untouched' | 'unfinished' | 'settled';
  /** Empty when the end is final: trying the same again would change nothing. */
  readonly helps: readonly Help[];
  /** Whether passwords that were given are of use afterwards, or were wrong or have served. */
  readonly passwords: 'kept' | 'forgotten';
  /** What a person does now, the most urgent first; see `nextSteps`. */
  readonly next: readonly NextStep[];
}

/**
 * How a whole run ends; exactly one, the most serious that applies. The only list of the outcomes: exit codes, tones,
 * advice and what the window offers are read from it, so that a new one is a row here and its words.
 */
export const outcomes = {
  cleanAndProtected: {
    exit: 'success',
    tone: 'good',
    leaves: 'settled',
    helps: [],
    passwords: 'forgotten',
    next: ['nothingKeepReport'],
  },
  /** Of a run that was to reactivate Microsoft Defender and nothing else. */
  protected: {
    exit: 'success',
    tone: 'good',
    leaves: 'settled',
    helps: [],
    passwords: 'forgotten',
    next: ['nothing'],
  },
  /** Of a run that was to take back what another one did. */
  undone: {
    exit: 'success',
    tone: 'good',
    leaves: 'settled',
    helps: [],
    passwords: 'forgotten',
    next: ['nothing'],
  },
  notUndone: {
    exit: 'notUndone',
    tone: 'bad',
    leaves: 'settled',
    helps: ['again'],
    passwords: 'forgotten',
    next: ['readFailedStep'],
  },
  nothingToRemove: {
    exit: 'success',
    tone: 'good',
    leaves: 'settled',
    helps: [],
    passwords: 'forgotten',
    next: ['nothing'],
  },
  restartNeeded: {
    exit: 'restartNeeded',
    tone: 'attention',
    leaves: 'unfinished',
    helps: ['restart'],
    passwords: 'kept',
    next: ['saveAndRestart', 'checkAfterRestart'],
  },
  /** The same, and the restart was brought about by Cutover. */
  restartStarted: {
    exit: 'restartStarted',
    tone: 'attention',
    leaves: 'unfinished',
    helps: ['restart'],
    passwords: 'kept',
    next: ['saveOpenWork', 'checkAfterRestart'],
  },
  notProtected: {
    exit: 'notProtected',
    tone: 'bad',
    leaves: 'settled',
    helps: ['protection'],
    passwords: 'forgotten',
    next: ['reactivateDefender', 'checkProtection'],
  },
  /** Something that hurts was left behind, or was there before; nothing is success beside it. */
  dangerFound: {
    exit: 'dangerFound',
    tone: 'bad',
    leaves: 'settled',
    helps: [],
    passwords: 'kept',
    next: ['checkProtection'],
  },
  /** Only of a run that was told to count remains that do no harm, or that was to clean them up. */
  remnantsLeft: {
    exit: 'remnantsLeft',
    tone: 'attention',
    leaves: 'settled',
    helps: [],
    passwords: 'forgotten',
    next: ['removeRemains'],
  },
  /** Nothing else of Kaspersky is left, and no run can change what another maker built in. */
  engineInside: {
    exit: 'engineInside',
    tone: 'attention',
    leaves: 'settled',
    helps: [],
    passwords: 'forgotten',
    next: ['decideAboutHost'],
  },
  stillPresent: {
    exit: 'stillPresent',
    tone: 'bad',
    leaves: 'settled',
    helps: ['restart', 'again', 'vendorTool'],
    passwords: 'kept',
    next: ['restartAndResume', 'ifItStays'],
  },
  /** Nothing that stayed was seen, and too little could be read to say that nothing did. */
  notKnown: {
    exit: 'notKnown',
    tone: 'attention',
    leaves: 'settled',
    helps: ['again'],
    passwords: 'kept',
    next: ['again'],
  },
  passwordMissing: {
    exit: 'passwordMissing',
    tone: 'bad',
    leaves: 'settled',
    helps: ['password', 'again'],
    passwords: 'kept',
    next: ['findPassword', 'again'],
  },
  passwordByHand: {
    exit: 'passwordMissing',
    tone: 'bad',
    leaves: 'settled',
    helps: ['again'],
    passwords: 'kept',
    next: ['liftProtection', 'again'],
  },
  passwordWrong: {
    exit: 'passwordWrong',
    tone: 'bad',
    leaves: 'settled',
    helps: ['password', 'again'],
    passwords: 'forgotten',
    next: ['rightPassword', 'doNotGuess'],
  },
  installerBusy: {
    exit: 'installerBusy',
    tone: 'attention',
    leaves: 'settled',
    helps: ['restart', 'again'],
    passwords: 'kept',
    next: ['waitForInstaller', 'again'],
  },
  uninstallerFailed: {
    exit: 'uninstallerFailed',
    tone: 'bad',
    leaves: 'settled',
    helps: ['restart', 'again', 'vendorTool'],
    passwords: 'kept',
    next: ['readFailedStep', 'restartThenAgain'],
  },
  timedOut: {
    exit: 'timedOut',
    tone: 'bad',
    leaves: 'settled',
    helps: ['restart', 'again', 'vendorTool'],
    passwords: 'kept',
    next: ['restart', 'again'],
  },
  cancelled: {
    exit: 'cancelled',
    tone: 'attention',
    leaves: 'settled',
    helps: ['again'],
    passwords: 'kept',
    next: ['again'],
  },
  stopped: {
    exit: 'stopped',
    tone: 'bad',
    leaves: 'untouched',
    helps: ['again'],
    passwords: 'kept',
    next: ['solveFirst'],
  },
  dryRun: {
    exit: 'success',
    tone: 'neutral',
    leaves: 'untouched',
    helps: [],
    passwords: 'kept',
    next: ['startForReal'],
  },
} as const satisfies Record<string, OutcomeRow>;

export type RunOutcome = keyof typeof outcomes;

export const runOutcomes = Object.keys(outcomes) as [RunOutcome, ...RunOutcome[]];

/** Whether something may still change how a run ended; nothing does while it has not. */
export function helps({ outcome }: { readonly outcome: RunOutcome | null }, help: Help): boolean {
  return outcome !== null && rowOf(outcome).helps.includes(help);
}

/** Trying the same again would change nothing. */
export function isFinal(outcome: RunOutcome): boolean {
  return rowOf(outcome).helps.length === 0;
}

/** The row without its own literal types. */
function rowOf(outcome: RunOutcome): OutcomeRow {
  return outcomes[outcome];
}
