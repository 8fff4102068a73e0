import type { RunView, StepView } from '../../../shared/contract/guide.ts';
import type { GuidePage } from '../../../shared/contract/guide-pages.ts';
import { helps } from '../../../shared/domain/run/run-outcomes.ts';
import type { RunRecord, TechnicianFields } from '../../../shared/domain/run/record.ts';
import type { RunSummary } from '../../../shared/domain/run/run-summary.ts';
import { historyOf } from '../../engine/run/resume.ts';
import { journalOf, listRuns, readRunRecord } from '../../engine/record/run-folder.ts';
import { readTechnicianNotes } from '../../session/technician-notes.ts';
import type { GuideMachine } from './guide-machine.ts';
import { ended, waiting } from './run-view.ts';

export interface EarlierRun {
  readonly path: string;
  readonly run: RunView;
  readonly page: GuidePage;
  readonly startedAt: string | null;
  /** What a technician noted about it; null when nothing was. */
  readonly technician: TechnicianFields | null;
}

/**
 * The newest run of a machine when a person has something to do about it, as the window shows it after it was
 * opened again: it was interrupted, it waits for a restart, or a restart was what could help.
 */
export function earlierRun({ runs, restartedAt }: GuideMachine): EarlierRun | null {
  const all = runs === null ? [] : listRuns(runs);
  // One that was to reactivate Microsoft Defender is begun again from the proof, by its own button.
  const newest = all.find(({ phases }) => phases?.includes('remove'));
  if (newest === undefined || !isOpen(newest)) return null;
  const { path, outcome, startedAt } = newest;
  const technician = readTechnicianNotes(path);
  const record = outcome === null ? null : readRunRecord(path);
  const found = { path, startedAt, technician };
  if (record === null) return { ...found, run: interrupted(newest, false), page: 'remove' };
  if (isBefore(record, restartedAt))
    return { ...found, run: interrupted(newest, true), page: 'remove' };
  const page = outcome === 'restartNeeded' || outcome === 'restartStarted' ? 'restart' : 'remove';
  return { ...found, run: ended(record), page };
}

function isOpen(run: RunSummary): boolean {
  return run.state === 'resumable' || helps(run, 'restart');
}

function isBefore({ finishedAt }: RunRecord, restartedAt: Date | null): boolean {
  return finishedAt !== null && restartedAt !== null && restartedAt > new Date(finishedAt);
}

function interrupted({ runId, path, startedAt }: RunSummary, restarted: boolean): RunView {
  return { state: 'interrupted', runId, startedAt, restarted, steps: stepsOf(path) };
}

/** What the journal remembers: steps that were judged, one that was under way, and those that wait. */
function stepsOf(path: string): readonly StepView[] {
  const journal = journalOf(path);
  const history = journal.ok ? historyOf(journal.entries) : null;
  return (history?.plan?.steps ?? []).map((step) => {
    const attempt = history?.attempts.get(step.id);
    const result = attempt?.judged ?? null;
    const status = result !== null ? 'ended' : attempt === undefined ? 'waiting' : 'running';
    return { ...waiting(step), status, result, elapsedMs: result?.durationMs ?? 0 };
  });
}
