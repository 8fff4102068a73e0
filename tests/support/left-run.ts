import { createRunFolder } from '../../src/main/engine/record/run-folder.ts';
import { journalFormat, type JournalFact } from '../../src/main/engine/record/journal-fact.ts';
import { defaultChoice, type Choice } from '../../src/shared/domain/plan/plan.ts';
import { runsIn } from './runs-in.ts';

/** A run that was ended right after its first line, or after more of them. */
export interface LeftRun {
  /** Of November. */
  readonly day?: number;
  readonly machineId: string;
  readonly choice: Partial<Choice>;
  readonly dryRun?: boolean;
  readonly facts?: readonly JournalFact[];
}

/** Leaves a run below a data folder as a process does that is killed, and returns its name. */
export function leaveRun(
  data: string,
  { day = 1, machineId, choice, dryRun = false, facts = [] }: LeftRun,
): string {
  const clock = { now: () => new Date(Date.UTC(2020, 10, day)), ticks: () => 0 };
  const folder = createRunFolder(runsIn(data), clock);
  const opened = folder.openJournal(clock);
  if (!opened.ok) throw new Error(opened.detail);
  const { runId } = folder;
  opened.journal.append({
    kind: 'runStarted',
    format: journalFormat,
    cutoverVersion: '0.1.0',
    runId,
    machineId,
    practice: true,
    choice: { ...defaultChoice, ...choice },
    dryRun,
  });
  for (const fact of facts) opened.journal.append(fact);
  opened.journal.close();
  return runId;
}
