import type { ActionResult } from '../../../shared/domain/action.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Step, StepResult } from '../../../shared/domain/plan/step.ts';
import type { SectionName } from '../../../shared/domain/sections.ts';
import type { ActionEvent } from '../../machine/machine.ts';
import type { PasswordState } from '../judge/judging.ts';
import { sectionsShowing } from '../judge/is-shown.ts';
import { judgeStep } from '../judge/judge-step.ts';
import { restartSigns } from '../judge/restart-signs.ts';
import { earlierWork } from './earlier-work.ts';
import { observe, protectingSections } from './await-protection.ts';
import { redactText } from '../../../shared/windows/redact-text.ts';
import { everyPassword, mostAttempts, passwordsOfAttempt, refusedPasswords } from './passwords.ts';
import { redactResult } from './redact-result.ts';
import { asksForRestart } from './resume.ts';
import type { RunContext } from './run-states.ts';

export interface StepTaken {
  readonly result: StepResult;
  /** The machine after it. */
  readonly now: Inventory;
}

/** Takes a step; where its product refuses a password and there is another one, with that one. */
export async function takeStep(
  context: RunContext,
  step: Step,
  before: Inventory,
): Promise<StepTaken> {
  const taken = await attempt(context, step, before);
  const again = taken.result.outcome === 'passwordWrong' && hasAnotherPassword(context, step);
  return again && !context.signal.aborted ? await takeStep(context, step, taken.now) : taken;
}

/** Whether a password is left that the product of a step has not refused. */
export function hasAnotherPassword({ secrets, journal }: RunContext, step: Step): boolean {
  return refusedPasswords(journal.entries, step.id) < mostAttempts(secrets, step);
}

/**
 * The heart of a run, the same for every step: remember, let the machine tell what stands there and remember that, act,
 * remember, ask the machine, judge, remember.
 */
async function attempt(context: RunContext, step: Step, before: Inventory): Promise<StepTaken> {
  const { journal } = context;
  const pendingRestarts = restartSigns(before);
  const refused = refusedPasswords(journal.entries, step.id);
  const { bootedAt } = before.machine;
  const boot = bootedAt === undefined ? {} : { bootedAt };
  journal.append({ kind: 'stepStarted', stepId: step.id, pendingRestarts, ...boot });
  const result = await perform(context, step, refused);
  journal.append({ kind: 'stepEnded', stepId: step.id, result });
  const now = await lookAfter(context, step, before);
  if (!isGlanced(step)) observe(context, now);
  const judged = judgeStep({
    step,
    result,
    before,
    after: now,
    restartsBefore: pendingRestarts,
    password: passwordState(context, step),
    restartAsked: asksForRestart(context.history.attempts.get(step.id)),
  });
  journal.append({ kind: 'stepJudged', result: judged, pendingRestarts: restartSigns(now) });
  return { result: judged, now };
}

/** Whether the product of a step takes a password, and whether one was given. */
export function passwordState({ secrets }: RunContext, { action }: Step): PasswordState {
  if (action.kind !== 'uninstallMsi' || action.secretProperties.length === 0) return 'notTaken';
  const given = action.secretProperties.every(({ secret }) => secrets.all(secret).length > 0);
  return given ? 'given' : 'notGiven';
}

async function perform(context: RunContext, step: Step, refused: number): Promise<ActionResult> {
  const { machine, secrets, signal, folder, history, journal } = context;
  const earlier = earlierWork(journal.entries);
  const result = await machine.perform(step.action, {
    secrets: passwordsOfAttempt(secrets, refused),
    signal,
    timeLimitMs: step.timeLimitMs,
    logFile: folder.logFile(
      [step.id, history.starts, ...(refused > 0 ? [refused + 1] : [])].join('-'),
    ),
    temporaryFolder: folder.temporaryFolder(),
    quarantineFolder: () => folder.quarantineFolder(),
    onEvent: (event) => passOn(context, step.id, event),
    onWorker: (worker) => journal.append({ kind: 'stepWorker', stepId: step.id, ...worker }),
    ...(earlier === null ? {} : { earlierWork: earlier }),
    remember: (before) => journal.append({ kind: 'stepBefore', stepId: step.id, before }),
  });
  return redactResult(result, secrets);
}

/**
 * What a product leaves can be anywhere; what is done for Microsoft Defender shows where its protection does, what cleans up
 * where the remains do, of which there are many, and what is registered where that stands.
 */
async function lookAfter(
  { machine, scope }: RunContext,
  step: Step,
  before: Inventory,
): Promise<Inventory> {
  const { about, doneWhen } = step;
  if (isGlanced(step)) {
    const only = sectionsShowing(doneWhen);
    const glance = await machine.inventory({ scope, only });
    return { ...before, ...pick(glance, only) };
  }
  return about.kind === 'defender'
    ? await machine.inventory({ scope, only: protectingSections })
    : await machine.inventory({ scope });
}

/** Of which nothing shows but in a section or two. */
function isGlanced({ about }: Step): boolean {
  return about.kind === 'remains' || about.kind === 'restart';
}

function pick<K extends SectionName>(
  inventory: Inventory,
  names: readonly K[],
): Pick<Inventory, K> {
  return Object.fromEntries(names.map((name) => [name, inventory[name]])) as Pick<Inventory, K>;
}

function passOn(context: RunContext, stepId: string, event: ActionEvent): void {
  if (event.kind === 'progress') {
    const text = redactText(event.text, everyPassword(context.secrets));
    context.emit({ kind: 'stepProgress', stepId, fraction: event.fraction, text });
  } else {
    const { waitingFor, elapsedMs } = event;
    context.emit({ kind: 'stepWaiting', stepId, waitingFor, elapsedMs });
  }
}
