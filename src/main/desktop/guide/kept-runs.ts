import type { KeptPart, KeptRun, KeptThing } from '../../../shared/contract/quarantine-view.ts';
import { subjectOf } from '../../../shared/domain/action-subject.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import type { RunSummary } from '../../../shared/domain/run/run-summary.ts';
import type { Quarantined } from '../../../shared/domain/run/quarantined.ts';
import { undoPartOf, undoParts } from '../../../shared/domain/run/undo-parts.ts';
import type { DataFolder } from '../../disk/data-folder.ts';
import { keepsAnything, quarantineOf, undoneBy } from '../../engine/record/quarantine.ts';
import { journalOf, listRuns } from '../../engine/record/run-folder.ts';
import { machineOf, planOfUndo, readPast, undoChoice, type Past } from '../../session/undo.ts';

export interface KeptRunsRequest {
  readonly dataFolder: DataFolder;
  readonly machineId: string;
  /** The computer as it was just seen. */
  readonly inventory: Inventory;
  readonly counts: (run: RunSummary) => boolean;
}

/** Earlier runs of a computer that keep something or can be taken back, the newest first. */
export function keptRuns(request: KeptRunsRequest): readonly KeptRun[] {
  return candidates(request.dataFolder, request.counts)
    .map((run) => keptRun(run, request))
    .filter((kept) => kept !== null)
    .filter(
      ({ parts, quarantined, notDeletable }) =>
        [parts, quarantined].some(({ length }) => length > 0) || notDeletable !== null,
    );
}

/** Whether there is a run that keeps something or changed what was not put back since; the computer is not asked. */
export function anythingKept(dataFolder: DataFolder, counts: KeptRunsRequest['counts']): boolean {
  const undone = new Set(listRuns(dataFolder).flatMap(({ path }) => undoneBy(path) ?? []));
  return candidates(dataFolder, counts).some(
    ({ path, runId }) => keepsAnything(path) || (!undone.has(runId) && changedAnything(path)),
  );
}

function changedAnything(runPath: string): boolean {
  const journal = journalOf(runPath);
  return journal.ok && journal.entries.some(({ fact }) => fact.kind === 'stepBefore');
}

/** One that is not at its end still needs what it keeps, and what took another one back is only history. */
function candidates(dataFolder: DataFolder, counts: KeptRunsRequest['counts']) {
  return listRuns(dataFolder).filter(
    (run) => run.state === 'finished' && run.phases?.includes('undo') !== true && counts(run),
  );
}

function keptRun(
  { runId, path, startedAt }: RunSummary,
  { dataFolder, machineId, inventory }: KeptRunsRequest,
): KeptRun | null {
  const read = readPast(path);
  if (!read.ok || machineOf(read.past) !== machineId) return null;
  const quarantine = quarantineOf({ path, dataFolder }, read.past.entries);
  const quarantined = quarantine.ok
    ? quarantine.things.map(({ name, bytes }) => ({ name, bytes }))
    : [];
  return {
    runId,
    startedAt,
    parts: partsOf(read.past, runId, inventory, quarantined),
    quarantined,
    notDeletable: quarantine.ok ? null : quarantine.why,
  };
}

function partsOf(
  past: Past,
  runId: string,
  inventory: Inventory,
  quarantined: readonly Quarantined[],
): readonly KeptPart[] {
  const { steps } = planOfUndo(past, inventory, undoChoice(runId, null));
  const sizes = new Map(quarantined.map(({ name, bytes }) => [name, bytes]));
  return undoParts.flatMap((part) => {
    const things = steps
      .filter(({ about }) => undoPartOf(about) === part)
      .map((step) => thingOf(step, sizes));
    return things.length > 0 ? [{ part, things }] : [];
  });
}

function thingOf({ about, action }: Step, sizes: ReadonlyMap<string, number>): KeptThing {
  const subject = subjectOf(action) ?? '';
  const name = about.kind === 'danger' ? about.name : subject;
  return { name, bytes: sizes.get(subject) ?? null };
}
