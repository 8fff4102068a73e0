import { z } from 'zod';
import {
  actionResultSchema,
  actionSchema,
  type DefenderAction,
} from '../../../shared/domain/action.ts';
import { usualStart } from '../../../shared/domain/protection/defender-services.ts';
import { defenderStep } from '../../../shared/domain/plan/change-step.ts';
import { familySchema } from '../../../shared/domain/finding.ts';
import type { Immutable } from '../../../shared/domain/immutable.ts';
import { quoted } from '../../../shared/domain/message.ts';
import {
  choiceSchema,
  planSchema,
  type Choice,
  type Plan,
} from '../../../shared/domain/plan/plan.ts';
import { runRecordSchema, type RunRecord } from '../../../shared/domain/run/record.ts';
import type { Step, StepResult } from '../../../shared/domain/plan/step.ts';
import { journalFormat, type JournalFact } from './journal-fact.ts';

/*
 * What version 1 of journal and record held, read as what they hold now. Its steps were removals; of what was done
 * for Microsoft Defender it kept sentences only, beside them.
 */

export const journalFormatVersion1 = 'cutover-journal/1';

const text = z.string();
const texts = z.array(text);
const purpose = z.enum(['removal', 'protection']).default('removal');

const choiceVersion1 = choiceSchema.omit({ phases: true, undoes: true, owner: true }).extend({
  managedByUs: z.boolean(),
  timeLimitMs: choiceSchema.shape.timeLimitMs.default(null),
  requireReplacement: z.boolean().default(false),
  enableDefender: z.boolean().default(false),
});

const stepVersion1 = z.object({
  id: text,
  findingId: text,
  productId: text,
  family: familySchema,
  title: text,
  action: actionSchema,
  timeLimitMs: z.number().nonnegative(),
  gone: z.object({ productCodes: texts, programs: texts, services: texts }),
});

const planVersion1 = planSchema.extend({
  format: z.literal('cutover-plan/1'),
  steps: z.array(stepVersion1),
  choice: choiceVersion1,
});

const reactivatedVersion1 = z.object({
  title: text,
  done: z.boolean(),
  message: text,
  undo: text.nullable().default(null),
  logFile: text.nullable().default(null),
});
type ReactivatedVersion1 = z.infer<typeof reactivatedVersion1>;

/** The facts of a journal that are not what they were; the others are read as they stand. */
export const factVersion1 = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('runStarted'),
    format: z.literal(journalFormatVersion1),
    cutoverVersion: text,
    runId: text,
    purpose,
    machineId: text,
    practice: z.boolean(),
    choice: choiceVersion1,
    dryRun: z.boolean(),
  }),
  z.object({ kind: z.literal('planned'), plan: planVersion1 }),
  z.object({
    kind: z.literal('restoreStarted'),
    title: text,
    undo: text.nullable().default(null),
  }),
  z.object({ kind: z.literal('restoreEnded'), title: text, result: actionResultSchema }),
]);
export type FactVersion1 = Immutable<z.infer<typeof factVersion1>>;

/** Reads the facts of a whole journal as this version would have written them. */
export function factsOfNow(facts: readonly (JournalFact | FactVersion1)[]): readonly JournalFact[] {
  const reactivation = new Map<string, Step>();
  for (const fact of facts)
    if (fact.kind === 'restoreStarted')
      reactivation.set(fact.title, defenderStepOf(fact.title, fact.undo));
  return facts.map((fact) => factOfNow(fact, reactivation));
}

function factOfNow(
  fact: JournalFact | FactVersion1,
  reactivation: ReadonlyMap<string, Step>,
): JournalFact {
  if (fact.kind === 'runStarted') return 'purpose' in fact ? startOf(fact) : fact;
  if (fact.kind === 'planned') {
    if (!isOld(fact)) return fact;
    return { kind: 'planned', plan: withSteps(planOf(fact.plan), reactivation.values()) };
  }
  if (fact.kind === 'restoreStarted')
    return { kind: 'stepStarted', stepId: idOf(fact.title, reactivation), pendingRestarts: [] };
  if (fact.kind === 'restoreEnded')
    return { kind: 'stepEnded', stepId: idOf(fact.title, reactivation), result: fact.result };
  return fact;
}

type Planned<Fact> = Extract<Fact, { readonly kind: 'planned' }>;

function isOld(fact: Planned<JournalFact> | Planned<FactVersion1>): fact is Planned<FactVersion1> {
  return fact.plan.format === 'cutover-plan/1';
}

function startOf({
  purpose: reason,
  choice,
  ...fact
}: Extract<FactVersion1, { kind: 'runStarted' }>): JournalFact {
  return { ...fact, format: journalFormat, choice: choiceOf(choice, reason) };
}

function withSteps(plan: Plan, steps: Iterable<Step>): Plan {
  return { ...plan, steps: [...plan.steps, ...steps] };
}

function idOf(title: string, reactivation: ReadonlyMap<string, Step>): string {
  return reactivation.get(title)?.id ?? title;
}

const written = runRecordSchema.omit({ state: true }).extend({
  format: z.literal('cutover-run/1'),
  purpose,
  plan: planVersion1,
  protectionGap: runRecordSchema.shape.protectionGap.default(null),
  restored: z.array(reactivatedVersion1).default([]),
});
type Version1 = z.infer<typeof written>;

/** A `report.json` of version 1. */
export const recordVersion1 = written.transform(recordOf);

function recordOf({ purpose: reason, restored, ...record }: Immutable<Version1>): RunRecord {
  const reactivation = restored.map(({ title, undo }) => defenderStepOf(title, undo));
  const results = restored.map((each, index) => resultOf(each, reactivation[index]?.id ?? ''));
  return {
    ...record,
    format: 'cutover-run/3',
    state: null,
    plan: withSteps(planOf(record.plan, reason), reactivation),
    steps: [...record.steps, ...results],
  };
}

function choiceOf(
  { enableDefender, managedByUs, ...choice }: Immutable<z.infer<typeof choiceVersion1>>,
  reason: z.infer<typeof purpose>,
): Choice {
  const removal = enableDefender ? (['remove', 'reactivate'] as const) : (['remove'] as const);
  return {
    ...choice,
    phases: reason === 'removal' ? removal : ['reactivate'],
    undoes: null,
    owner: managedByUs ? 'administrator' : null,
  };
}

function planOf(
  plan: Immutable<z.infer<typeof planVersion1>>,
  reason: z.infer<typeof purpose> = 'removal',
): Plan {
  return {
    ...plan,
    format: 'cutover-plan/2',
    steps: plan.steps.map(stepOf),
    choice: choiceOf(plan.choice, reason),
  };
}

function stepOf({
  findingId,
  productId,
  family,
  title,
  gone,
  ...step
}: Immutable<z.infer<typeof stepVersion1>>): Step {
  const name = title.replace(/^Remove /, '');
  const about = { kind: 'product', findingId, productId, family, name } as const;
  return { ...step, phase: 'remove', about, doneWhen: { kind: 'gone', ...gone } };
}

function defenderStepOf(title: string, undo: string | null): Step {
  return defenderStep('reactivate', actionOf(title, undo));
}

/** The sentences of version 1 are all that is left of an action; the key of a value stood in how to put it back. */
function actionOf(title: string, undo: string | null): DefenderAction {
  const service = /^Let Windows start (\S+) again$/.exec(title)?.[1];
  if (service !== undefined) {
    const start = usualStart(service) ?? 'auto';
    return { kind: 'setServiceStart', name: service, start, expected: 'disabled' };
  }
  const value = /^Remove the (?:policy|setting) (\S+) that/.exec(title)?.[1];
  if (value !== undefined) {
    const [, data = '1', key = ''] =
      /\(REG_DWORD (\d+)\) again below (.+)\.$/.exec(undo ?? '') ?? [];
    return { kind: 'removeRegistryValue', key, name: value, expectedData: Number(data) };
  }
  return title.startsWith('Start ')
    ? { kind: 'startService', name: 'WinDefend' }
    : { kind: 'updateDefenderSignatures' };
}

function resultOf(
  { done, message: said, logFile }: ReactivatedVersion1,
  stepId: string,
): StepResult {
  const outcome = done ? 'done' : 'failed';
  const message = [quoted(said)];
  return { stepId, outcome, exitCode: null, durationMs: 0, message, command: null, logFile };
}
