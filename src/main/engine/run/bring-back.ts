import type { Inventory } from '../../../shared/domain/inventory.ts';
import { undoOf } from '../../../shared/domain/action.ts';
import type { RestorePlan, RestoreStep } from '../../../shared/domain/restore.ts';
import type { RestoreStepResult } from '../../../shared/domain/record.ts';
import type { ActionResult } from '../../../shared/domain/action.ts';
import type { PerformContext } from '../../machine/machine.ts';
import { awaitProtection, isProtectedNow, observe } from './await-protection.ts';
import type { JournalEntry } from '../record/journal-entry.ts';
import { restorePlan } from '../protection/restore-plan.ts';
import type { RunContext } from './run-states.ts';

/**
 * Brings Microsoft Defender back where nothing protects the machine: takes each step whether or not the one before
 * it worked, and looks again until something protects. Gives back the last look.
 */
export async function bringBack(context: RunContext, now: Inventory): Promise<Inventory> {
  const { steps } = restorePlan(now);
  const needless = isProtectedNow(context, now) && !hasBegun(context);
  if (context.signal.aborted || steps.length === 0 || needless) return now;
  for (const [index, step] of steps.entries()) {
    if (context.signal.aborted) break;
    await take(context, step, index);
  }
  const after = await context.machine.inventory({ scope: context.scope });
  observe(context, after);
  return await awaitProtection(context, after);
}

/** What was begun is taken to its end, although the first steps may have been enough for Defender to protect. */
function hasBegun({ journal }: RunContext): boolean {
  return journal.entries.some(({ fact }) => fact.kind === 'restoreStarted');
}

async function take(context: RunContext, step: RestoreStep, index: number): Promise<void> {
  const { journal, machine, emit } = context;
  const { title, action } = step;
  const undo = undoOf(action);
  journal.append({ kind: 'restoreStarted', title, undo });
  emit({ kind: 'restoreStarted', step });
  const result = await machine.perform(action, performContext(context, step, index));
  journal.append({ kind: 'restoreEnded', title, result });
  emit({ kind: 'restoreEnded', result: resultOf(title, undo, result) });
}

/** Milliseconds; an update of signatures loads some 150 MB. */
const timeLimitMs = 10 * 60_000;

function performContext(
  { folder, memory, signal }: RunContext,
  { action }: RestoreStep,
  index: number,
): PerformContext {
  return {
    secrets: { get: () => undefined },
    timeLimitMs,
    // A start of its own each, so that what was there before the first one stays on record.
    logFile: folder.logFile(`defender-${memory.starts}-${index + 1}-${action.kind}`),
    signal,
    onEvent: () => undefined,
  };
}

/**
 * What a run did to bring Microsoft Defender back, in all of its starts. A step during which the program was ended
 * counts as done when the machine no longer asks for it; `plan` is what it asks for now.
 */
export function restoredIn(
  entries: readonly JournalEntry[],
  plan: RestorePlan,
): readonly RestoreStepResult[] {
  const results = new Map<string, RestoreStepResult>();
  for (const { fact } of entries) {
    if (fact.kind === 'restoreStarted') {
      const open = plan.steps.some(({ title }) => title === fact.title);
      results.set(fact.title, interrupted(fact.title, fact.undo ?? null, !open));
    }
    if (fact.kind === 'restoreEnded') {
      const undo = results.get(fact.title)?.undo ?? null;
      results.set(fact.title, resultOf(fact.title, undo, fact.result));
    }
  }
  return [...results.values()];
}

function interrupted(title: string, undo: string | null, done: boolean): RestoreStepResult {
  const message = done
    ? 'Cutover was ended during it; the computer shows that it is done.'
    : 'Cutover was ended during it, and it is not done.';
  return { title, done, message, undo, logFile: null };
}

function resultOf(title: string, undo: string | null, result: ActionResult): RestoreStepResult {
  const done = result.ended === 'exited' && result.exitCode === 0;
  const code = result.exitCode === null ? '' : ` (code ${result.exitCode})`;
  const message = done
    ? (result.message ?? 'Done.')
    : `${result.message ?? 'It did not work.'}${code}`;
  return { title, done, message, undo: done ? undo : null, logFile: result.logFile };
}
