import { message, quoted, type Message } from '../../../../shared/domain/message.ts';
import { join } from 'node:path';
import type {
  AmsiProbe,
  EicarProbe,
  LiveCheckResult,
} from '../../../../shared/domain/protection/live-check.ts';
import { securedFolder } from '../files/data-folder.ts';
import { runWorkerProcess, whyFailed, type WorkerEnd } from '../worker-client/worker-client.ts';
import { workerLaunch, type WorkerLaunch } from '../worker-client/worker-launch.ts';
import type { EicarProbeRequest, WorkerEvent, WorkerKind } from '../worker-client/protocol.ts';
import { judgeAmsi, type AmsiAnswer } from './judge-amsi.ts';
import { makeTestFolder, removeLeftovers, removeTestFolder } from './test-folder.ts';
import { sampleName, type EicarAnswer } from './watch-test-file.ts';

export interface LiveCheckOptions {
  readonly signal: AbortSignal;
  /** Milliseconds that the EICAR file is watched. */
  readonly watchMs?: number;
  /** Milliseconds after which the scan interface is given up. */
  readonly amsiLimitMs?: number;
  /** For tests. */
  readonly launch?: (kind: WorkerKind, temporaryFolder: string) => WorkerLaunch;
  readonly parentFolder?: string;
}

/** One in which only administrators can put anything beside the test file. */
type Place = LiveCheckOptions & { readonly parentFolder: string };

const usualWatchMs = 15_000;
const usualAmsiLimitMs = 30_000;
const everyMs = 250;
/** For a worker to start on a busy computer, and to say what it has found. */
const allowanceMs = 30_000;
const leavingMs = 1_000;

/**
 * Shows two harmless samples to the antivirus of this computer and tells what it did. To be run only when the person
 * asked for it: where the samples are recognised there is an alert, on a managed computer also for its administrators.
 * Takes as long as the file is watched; what goes wrong is in the result.
 */
export async function liveCheck(options: LiveCheckOptions): Promise<LiveCheckResult> {
  const checkedAt = new Date().toISOString();
  const { parentFolder: path } = options;
  const made =
    path === undefined ? securedFolder('live-check') : { ok: true as const, value: { path } };
  if (!made.ok) return { checkedAt, ...untried(made.folder, made.why) };
  const place: Place = { ...options, parentFolder: made.value.path };
  const [amsi, eicar] = await Promise.all([probeAmsi(place), probeEicar(place)]);
  return { checkedAt, amsi, eicar };
}

function untried(folder: string, why: Message): Pick<LiveCheckResult, 'amsi' | 'eicar'> {
  const detail = message('liveCheck.eicar.noFolder', { folder, why });
  const nothing = { outcome: 'couldNotTest', detail, durationMs: 0 } as const;
  return {
    amsi: { ...nothing, result: null, controlResult: null, failure: null },
    eicar: { ...noAnswer(detail), ...nothing, file: folder, cleanedUp: true },
  };
}

async function probeAmsi(options: Place): Promise<AmsiProbe> {
  const start = performance.now();
  let answer: AmsiAnswer | null = null;
  const end = await runProbe('amsi-probe', {}, options.amsiLimitMs ?? usualAmsiLimitMs, options, {
    onEvent: (event) => {
      if (event.kind === 'amsiAnswer') answer = withoutKind(event);
    },
  });
  const nothing = { result: null, controlResult: null, failure: null };
  const judged =
    answer === null
      ? { outcome: 'couldNotTest' as const, detail: whyNoAnswer(end) }
      : judgeAmsi(answer);
  return { ...(answer ?? nothing), ...judged, durationMs: since(start) };
}

async function probeEicar(options: Place): Promise<EicarProbe> {
  const start = performance.now();
  const { parentFolder: parent } = options;
  const watchMs = options.watchMs ?? usualWatchMs;
  try {
    await removeLeftovers(parent);
    const folder = makeTestFolder(parent);
    const answer = await watchIn(folder, watchMs, options);
    const cleanedUp = await removeTestFolder(folder);
    const file = join(folder, sampleName);
    return { ...answer, file, cleanedUp, durationMs: since(start) };
  } catch (error) {
    const why = quoted(error instanceof Error ? error.message : String(error));
    const detail = message('liveCheck.eicar.noFolder', { folder: parent, why });
    return { ...noAnswer(detail), file: parent, cleanedUp: true, durationMs: since(start) };
  }
}

async function watchIn(folder: string, watchMs: number, options: Place): Promise<EicarAnswer> {
  let answer: EicarAnswer | null = null;
  const request: EicarProbeRequest = { folder, watchMs, everyMs };
  const end = await runProbe('eicar-probe', request, watchMs + allowanceMs, options, {
    onEvent: (event) => {
      if (event.kind === 'eicarAnswer') answer = withoutKind(event);
    },
  });
  return answer ?? noAnswer(whyNoAnswer(end));
}

function noAnswer(detail: Message): EicarAnswer {
  return { outcome: 'couldNotTest', reaction: null, errorCode: null, looks: 0, detail };
}

function runProbe(
  kind: WorkerKind,
  request: unknown,
  timeLimitMs: number,
  { launch = workerLaunch, signal, parentFolder }: Place,
  { onEvent }: { readonly onEvent: (event: WorkerEvent) => void },
): Promise<WorkerEnd> {
  const limits = { timeLimitMs, gracefulEndMs: 0, leavingMs };
  return runWorkerProcess({
    launch: launch(kind, parentFolder),
    request,
    limits,
    signal,
    onEvent,
  });
}

/** Nothing of this speaks for or against the antivirus: it may have ended our process, or hung. */
function whyNoAnswer(end: WorkerEnd): Message {
  if (end.how === 'timedOut') return message('liveCheck.noAnswer');
  const why = whyFailed(end);
  return why === null ? message('liveCheck.cancelled') : message('worker.failed', { why });
}

function withoutKind<T extends { readonly kind: string }>(event: T): Omit<T, 'kind'> {
  const { kind: _, ...rest } = event;
  return rest;
}

function since(start: number): number {
  return Math.round(performance.now() - start);
}
