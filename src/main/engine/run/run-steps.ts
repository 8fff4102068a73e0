import { message } from '../../../shared/domain/message.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Step } from '../../../shared/domain/step.ts';
import type { StepResult } from '../../../shared/domain/step.ts';
import type { ActionEvent } from '../../machine/machine.ts';
import type { ActionResult } from '../../../shared/domain/action.ts';
import { redactText } from '../../../shared/windows/redact-text.ts';
import { observe } from './await-protection.ts';
import { judgeStep, type PasswordState } from '../judge/judge-step.ts';
import { givenSecrets, redactResult } from './redact-result.ts';
import { restartSigns } from '../judge/restart-signs.ts';
import { asksForRestart, recallStep } from './resume.ts';
import type { Decided, RunContext } from './run-states.ts';
import { notRun, reasonNotToRun, type Done } from './step-policy.ts';

export interface Removed {
  readonly done: readonly Done[];
  readonly now: Inventory;
}

/** Takes every step of the plan: recalls it, performs it, or says why it is left out. */
export async function runSteps(context: RunContext, decided: Decided): Promise<Removed> {
  const done: Done[] = [];
  let now = decided.now;
  for (const [index, step] of decided.plan.steps.entries()) {
    const name = nameOf(step, decided);
    const settled =
      recall(context, { ...decided, now }, step) ?? leaveOut(context, step, name, done);
    if (settled === null) {
      context.emit({ kind: 'stepStarted', step, index, total: decided.plan.steps.length });
      const performed = await performStep(context, step, name, now);
      now = performed.now;
      done.push({ step, result: performed.result });
    } else {
      done.push({ step, result: settled });
    }
    context.emit({ kind: 'stepFinished', result: done.at(-1)!.result });
  }
  return { done, now };
}

/** The name of the product a step removes. */
export function nameOf(step: Step, { findingsBefore, findingsNow }: Decided): string {
  const findings = [...findingsBefore, ...findingsNow];
  return findings.find(({ id }) => id === step.findingId)?.name ?? step.name;
}

/** How a step of an earlier start stands; null when there is none or it has to be performed. */
export function recall(context: RunContext, decided: Decided, step: Step): StepResult | null {
  if (!context.resumed) return null;
  const known = context.memory.attempts.get(step.id)?.judged ?? null;
  const result = recallStep({
    step,
    name: nameOf(step, decided),
    memory: context.memory,
    before: decided.before,
    now: decided.now,
    wanted: decided.wanted.has(step.id),
    password: passwordState(context, step),
  });
  if (result !== null && result !== known) context.journal.append(judgedFact(result));
  return result;
}

function leaveOut(
  context: RunContext,
  step: Step,
  name: string,
  done: readonly Done[],
): StepResult | null {
  const reason = context.signal.aborted
    ? message('judged.cancelled.notBegun')
    : reasonNotToRun(step, done);
  return reason === null ? null : notRun(step, name, reason);
}

/** The heart of a run: remember, act, remember, ask the machine, judge, remember. */
async function performStep(
  context: RunContext,
  step: Step,
  name: string,
  before: Inventory,
): Promise<{ result: StepResult; now: Inventory }> {
  const restartsBefore = restartSigns(before);
  context.journal.append({
    kind: 'stepStarted',
    stepId: step.id,
    pendingRestarts: restartsBefore,
  });
  const result = await perform(context, step);
  context.journal.append({ kind: 'stepEnded', stepId: step.id, result });
  const now = await context.machine.inventory({ scope: context.scope });
  observe(context, now);
  const password = passwordState(context, step);
  const restartAsked = asksForRestart(context.memory.attempts.get(step.id));
  const judged = judgeStep({
    step,
    name,
    result,
    before,
    after: now,
    restartsBefore,
    password,
    restartAsked,
  });
  context.journal.append(judgedFact(judged));
  return { result: judged, now };
}

async function perform(context: RunContext, step: Step): Promise<ActionResult> {
  const { machine, secrets, signal, folder, memory } = context;
  const result = await machine.perform(step.action, {
    secrets,
    signal,
    timeLimitMs: step.timeLimitMs,
    logFile: folder.logFile(`${step.id}-${memory.starts}`),
    onEvent: (event) => passOn(context, step.id, event),
  });
  return redactResult(result, secrets);
}

function passOn(context: RunContext, stepId: string, event: ActionEvent): void {
  if (event.kind === 'progress') {
    const text = redactText(event.text, givenSecrets(context.secrets));
    context.emit({ kind: 'stepProgress', stepId, fraction: event.fraction, text });
  } else {
    const { waitingFor, elapsedMs } = event;
    context.emit({ kind: 'stepWaiting', stepId, waitingFor, elapsedMs });
  }
}

function passwordState({ secrets }: RunContext, { action }: Step): PasswordState {
  if (action.kind !== 'uninstallMsi' || action.secretProperties.length === 0) return 'notTaken';
  const given = action.secretProperties.every(({ secret }) => (secrets.get(secret) ?? '') !== '');
  return given ? 'given' : 'notGiven';
}

function judgedFact(result: StepResult) {
  return { kind: 'stepJudged', result } as const;
}
