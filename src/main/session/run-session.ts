import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Choice } from '../../shared/plan.ts';
import type { RunEvent, RunRecord, TechnicianFields } from '../../shared/run.ts';
import { scope } from '../catalog/scope.ts';
import { systemClock } from '../engine/clock.ts';
import { run, type RunEnd } from '../engine/run.ts';
import type { RunFolder } from '../engine/run-folder.ts';
import { machineLockName } from '../engine/run-lock.ts';
import type { Machine, Secrets } from '../machine/machine.ts';
import { htmlReport } from '../report/html-report.ts';
import { jsonReport } from '../report/json-report.ts';
import { cutoverVersion } from './cutover-version.ts';
import { decisions } from './decisions.ts';
import { patienceFor } from './patience.ts';

export interface Session {
  readonly machine: Machine;
  readonly folder: RunFolder;
  readonly choice: Choice;
  readonly secrets: Secrets;
  readonly dryRun: boolean;
  /** Aborted when the person cancels; the run then ends where that is safe. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  /** Asked when the reports are written: a technician may still type while the run goes on. */
  readonly technician?: () => TechnicianFields | null;
}

/** Runs a removal to its end with everything that this program brings along. */
export async function runSession(session: Session): Promise<RunEnd> {
  const { machine, folder, choice, secrets, dryRun, signal, onEvent } = session;
  const noted = (record: RunRecord) => withTechnician(record, session.technician?.() ?? null);
  const end = await run({
    machine,
    scope,
    choice,
    secrets,
    dryRun,
    folder,
    emit: onEvent,
    signal,
    clock: systemClock,
    patience: patienceFor(machine),
    cutoverVersion,
    decisions,
    reports: (record) => reports(noted(record)),
    lock: {
      name: machine.practice ? practiceLockName(folder) : machineLockName,
      platform: process.platform,
      pid: process.pid,
    },
  });
  return end.kind === 'ended' ? { ...end, record: noted(end.record) } : end;
}

/** The record with what a technician noted; as it is when nothing was. */
export function withTechnician(record: RunRecord, fields: TechnicianFields | null): RunRecord {
  const isEmpty = fields === null || Object.values(fields).every((text) => text === '');
  return isEmpty ? record : { ...record, technician: fields };
}

/** A practice computer lives in a folder, so two runs in different folders do not disturb each other. */
function practiceLockName(folder: RunFolder): string {
  const place = createHash('sha256').update(dirname(folder.path)).digest('hex');
  return `${machineLockName}-${place.slice(0, 12)}`;
}

function reports(record: RunRecord) {
  return [
    { name: 'report.html', content: htmlReport(record) },
    { name: 'report.json', content: jsonReport(record) },
  ];
}
