import { message, type Message } from '../../../shared/domain/message.ts';
import { arch, release, totalmem, version } from 'node:os';
import {
  unreadableSummary,
  withParts,
  type MachineSummary,
  type SummaryParts,
} from '../../../shared/domain/machine-summary.ts';
import { runWorkerProcess, whyFailed, type WorkerEnd } from './worker-client/worker-client.ts';
import { workerLaunch, type WorkerLaunch } from './worker-client/worker-launch.ts';
import type { MachineSummaryRequest } from './worker-client/protocol.ts';

export interface MachineSummaryOptions {
  readonly signal: AbortSignal;
  /** Told one or more parts at a time; by the end every part, read or not. */
  readonly onParts: (parts: SummaryParts) => void;
  /** Milliseconds for all helper processes together. */
  readonly timeLimitMs?: number;
  /** For tests. */
  readonly launch?: WorkerLaunch;
}

const usualTimeLimitMs = 30_000;
/** For a worker to end its helpers. */
const gracefulEndMs = 3_000;
const leavingMs = 1_000;

/** Describes this computer for a report. Slow helper processes are asked, in a worker of their own; never throws. */
export async function machineSummary(options: MachineSummaryOptions): Promise<void> {
  const {
    signal,
    timeLimitMs = usualTimeLimitMs,
    launch = workerLaunch('machine-summary'),
  } = options;
  const request: MachineSummaryRequest = { timeLimitMs };
  let known: SummaryParts = {};
  const tell = (parts: SummaryParts) => {
    known = { ...known, ...parts };
    options.onParts(parts);
  };
  tell({ system: systemPart() });
  const end = await runWorkerProcess({
    launch,
    request,
    patience: { timeLimitMs, gracefulEndMs, leavingMs },
    signal,
    onEvent: (event) => {
      if (event.kind === 'summaryParts') tell(event.parts);
    },
  });
  tell(withParts(unreadableSummary(whyMissing(end, timeLimitMs)), known));
}

/** What Node knows by itself, without asking anybody. */
function systemPart(): MachineSummary['system'] {
  return {
    state: 'read',
    facts: {
      name: version(),
      release: release(),
      architecture: arch(),
      memoryBytes: totalmem(),
    },
  };
}

function whyMissing(end: WorkerEnd, timeLimitMs: number): Message {
  const how = end.how === 'result' ? end.result.ended : end.how;
  if (how === 'timedOut') return message('gap.noAnswer', { count: timeLimitMs / 1000 });
  if (how === 'cancelled') return message('machineFacts.notWaited');
  const why = whyFailed(end);
  return why === null ? message('worker.endedSilently') : message('worker.failed', { why });
}
