import { message, type Message } from '../../../shared/domain/message.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { changeStep } from '../../../shared/domain/plan/change-step.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import type { RestartChoice } from '../../../shared/domain/restart/restart-choice.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import type { RunOutcome } from '../../../shared/domain/run/run-outcomes.ts';
import type { State } from '../../../shared/domain/state/state.ts';
import { registrationsIn } from '../judge/registrations.ts';
import { startsRun } from '../../../shared/domain/restart/continuation.ts';
import { maximumTries, type GoingOn } from './goes-on.ts';

export interface RestartFacts {
  readonly runId: string;
  readonly choice: RestartChoice;
  readonly goingOn: Pick<GoingOn, 'program' | 'argsOf'>;
  /** How often Windows went on with the run by itself. */
  readonly tries: number;
  readonly now: Inventory;
  /** The machine as the run leaves it, and how the run ends without what comes here. */
  readonly state: State;
  readonly outcome: RunOutcome;
}

/** A step, and why it is left out; null where it is to be taken. */
export interface RestartStep {
  readonly step: Step;
  readonly why: Message | null;
}

const about = { kind: 'restart', name: 'Windows' } as const;

/** What a run that waits for a restart does about it: it has Windows go on with it, and has it restart. */
export function restartSteps(facts: RestartFacts): readonly RestartStep[] {
  const { choice, state } = facts;
  if (state.restart === null) return [];
  const goesOn = choice.goesOn === null ? [] : [registering(facts, choice.goesOn)];
  return choice.restart === 'never' ? goesOn : [...goesOn, restarting(facts)];
}

function registering(
  { runId, goingOn, tries }: RestartFacts,
  when: NonNullable<RestartChoice['goesOn']>,
): RestartStep {
  const { program, argsOf } = goingOn;
  const args = [...argsOf(runId)];
  const kind = 'registerContinuation';
  const step = changeStep('restart', about, { kind, runId, args, program: program ?? '', when });
  if (tries >= maximumTries) return { step, why: tooOften };
  return { step, why: program === null ? message('continuation.notInstalled') : null };
}

const tooOften = message('continuation.tooOften', { count: maximumTries });

function restarting(facts: RestartFacts): RestartStep {
  const { delaySeconds, message: text, restart } = facts.choice;
  // Who says yes at the keyboard can save first, and is told by a program that waits.
  const force = restart === 'ifNeeded';
  const kind = 'restartComputer';
  const step = changeStep('restart', about, { kind, delaySeconds, message: text, force });
  return { step, why: whyNotRestarted(facts) };
}

/** Why the computer is not restarted by us although it was to be; null where it comes back whole. */
function whyNotRestarted({ outcome, state, now, tries }: RestartFacts): Message | null {
  if (tries >= maximumTries) return tooOften;
  if (state.dangers.length > 0) return message('restart.notBeforeDanger');
  if (!comingBack.every((section) => isComplete(now[section])))
    return message('restart.notKnownToComeBack');
  return outcome === 'restartNeeded' ? null : message('restart.notBeforeEnd');
}

/** What shows that keyboard, mouse, disk and network come back. */
const comingBack = ['classFilters', 'deviceFilters', 'services', 'networkComponents'] as const;

export interface TidyFacts {
  readonly runId: string;
  readonly argsOf: GoingOn['argsOf'];
  readonly now: Inventory;
  /** As far as the journal of the run knows. */
  readonly registered: boolean;
  /** Runs that still wait for a restart. */
  readonly waiting: readonly string[];
}

/** What takes away every registration of ours that nobody needs any more: of this run, and of others that are over. */
export function unregisteringSteps(facts: TidyFacts): readonly Step[] {
  const { runId, argsOf, now, registered, waiting } = facts;
  // Another folder for runs has other arguments, and its own runs.
  const seen = registrationsIn(now).filter((each) => startsRun(each.started, argsOf(each.runId)));
  const runIds = new Set([...(registered ? [runId] : []), ...seen.map((each) => each.runId)]);
  return [...runIds]
    .filter((id) => !waiting.includes(id))
    .flatMap((id) => unregisteringStep(id, argsOf(id)));
}

export function unregisteringStep(runId: string, args: readonly string[]): Step {
  return changeStep('restart', about, { kind: 'unregisterContinuation', runId, args: [...args] });
}
