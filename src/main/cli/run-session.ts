import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Choice } from '../../shared/plan.ts';
import type { RunEvent, RunRecord } from '../../shared/run.ts';
import { scope } from '../catalog/scope.ts';
import { systemClock } from '../engine/clock.ts';
import { detect } from '../engine/detect.ts';
import { plan } from '../engine/plan.ts';
import { protection } from '../engine/protection.ts';
import { run, type RunEnd } from '../engine/run.ts';
import type { RunFolder } from '../engine/run-folder.ts';
import { machineLockName } from '../engine/run-lock.ts';
import type { Machine, Secrets } from '../machine/machine.ts';
import { htmlReport } from '../report/html-report.ts';
import { jsonReport } from '../report/json-report.ts';
import { cutoverVersion } from './cutover-version.ts';
import type { Terminal } from './terminal/terminal.ts';

export interface Session {
  readonly machine: Machine;
  readonly folder: RunFolder;
  readonly choice: Choice;
  readonly secrets: Secrets;
  readonly dryRun: boolean;
  readonly terminal: Terminal;
  readonly onEvent: (event: RunEvent) => void;
}

/** The pure functions of the engine, as a run asks for them. */
export const decisions = { detect, plan, protection };

/** Runs to the end, or until the person breaks off: the first Ctrl-C ends the run where that is safe. */
export async function runSession(session: Session): Promise<RunEnd> {
  const { machine, folder, choice, secrets, dryRun, terminal, onEvent } = session;
  const cancel = new AbortController();
  const stopListening = terminal.onInterrupt(() => {
    if (!cancel.signal.aborted) terminal.err('Stopping as soon as that is safe …');
    cancel.abort();
  });
  try {
    return await run({
      machine,
      scope,
      choice,
      secrets,
      dryRun,
      folder,
      emit: onEvent,
      signal: cancel.signal,
      clock: systemClock,
      cutoverVersion,
      decisions,
      reports,
      lock: {
        name: machine.practice ? practiceLockName(folder) : machineLockName,
        platform: process.platform,
        pid: process.pid,
      },
    });
  } finally {
    stopListening();
  }
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
