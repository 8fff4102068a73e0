import { execa } from 'execa';
import { message, quoted, type Message } from '../../../../shared/domain/message.ts';
import { lineSplitter } from './line-splitter.ts';
import {
  workerEventSchema,
  workerResult,
  type WorkerCommand,
  type WorkerEvent,
  type WorkerResult,
} from './protocol.ts';
import type { WorkerLaunch } from './worker-launch.ts';

/** How long things may take, in milliseconds. */
interface WorkerLimits {
  /** From the start to the end of the work, counted by the worker itself; then `gracefulEndMs` more. */
  readonly timeLimitMs: number;
  /** For a worker that was asked to cancel, or that has passed its limit. */
  readonly gracefulEndMs: number;
  /** For a worker that has given its result to end itself. */
  readonly leavingMs: number;
}

export interface WorkerOrder {
  readonly launch: WorkerLaunch;
  /** Goes to standard input and nowhere else. */
  readonly request: unknown;
  readonly limits: WorkerLimits;
  readonly signal: AbortSignal;
  /** Told the number of its process, before it gets its request. */
  readonly onStarted?: (pid: number) => void;
  readonly onEvent: (event: Exclude<WorkerEvent, WorkerResult>) => void;
}

/** How a worker process came to its end. */
export type WorkerEnd =
  | { readonly how: 'result'; readonly result: WorkerResult }
  | { readonly how: 'couldNotStart'; readonly reason: Message }
  /** Ended by us: it went on after its limit, or after it was asked to cancel. */
  | { readonly how: 'timedOut' }
  | { readonly how: 'cancelled' }
  | { readonly how: 'crashed'; readonly reason: Message };

/**
 * Starts a worker, hands it its request and listens until it has ended. Whatever does not follow the protocol
 * is ignored; without a valid result the worker counts as crashed.
 */
export async function runWorkerProcess(order: WorkerOrder): Promise<WorkerEnd> {
  if (order.signal.aborted) return { how: 'result', result: workerResult({ ended: 'cancelled' }) };
  const worker = start(order.launch);
  const session: Session = { result: null, given: null, errors: '', timers: [] };
  listen(worker, session, order);
  if (worker.pid !== undefined) order.onStarted?.(worker.pid);
  worker.stdin.write(`${JSON.stringify(order.request)}\n`);
  const cancel = () => askToCancel(worker, session, order.limits);
  order.signal.addEventListener('abort', cancel, { once: true });
  const limit = order.limits.timeLimitMs + order.limits.gracefulEndMs;
  giveUpAfter(limit, 'timedOut', worker, session);
  const ended = await worker;
  order.signal.removeEventListener('abort', cancel);
  session.timers.forEach(clearTimeout);
  return endOf(session, ended);
}

/** Why a worker did not do what it was asked; null where nobody said. */
export function whyFailed(end: WorkerEnd): Message | null {
  if (end.how !== 'result') return 'reason' in end ? end.reason : null;
  const [first] = end.result.message;
  return first ?? (end.result.said === null ? null : quoted(end.result.said));
}

interface Session {
  result: WorkerResult | null;
  /** Why we ended the worker ourselves. */
  given: 'timedOut' | 'cancelled' | null;
  /** The end of what it wrote to standard error. */
  errors: string;
  readonly timers: NodeJS.Timeout[];
}

type Worker = ReturnType<typeof start>;

const mostErrorText = 2_000;

/**
 * If this program ends first, the worker finishes what it has begun: detached, because Node puts every other child on
 * Windows into a job that ends with its parent (libuv, `uv_spawn`).
 */
function start({ program, args, env, workingFolder }: WorkerLaunch) {
  return execa(program, args, {
    env,
    cwd: workingFolder,
    extendEnv: false,
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'pipe',
    buffer: false,
    reject: false,
    cleanup: false,
    detached: true,
    windowsHide: true,
  });
}

function listen(worker: Worker, session: Session, order: WorkerOrder): void {
  const lines = lineSplitter((line) => take(line, worker, session, order));
  worker.stdout.setEncoding('utf8');
  worker.stdout.on('data', (text: string) => lines.push(text));
  worker.stdout.on('end', () => lines.end());
  worker.stderr.setEncoding('utf8');
  worker.stderr.on('data', (text: string) => {
    session.errors = (session.errors + text).slice(-mostErrorText);
  });
  // A worker that is gone cannot be written to. How it ended is known without that.
  worker.stdin.on('error', () => undefined);
}

function take(line: string, worker: Worker, session: Session, order: WorkerOrder): void {
  const event = parse(line);
  if (event === null || session.result !== null) return;
  if (event.kind !== 'result') return order.onEvent(event);
  session.result = event;
  worker.stdin.end();
  endAfter(order.limits.leavingMs, worker, session);
}

function parse(line: string): WorkerEvent | null {
  try {
    return workerEventSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

function askToCancel(worker: Worker, session: Session, limits: WorkerLimits): void {
  const command: WorkerCommand = { kind: 'cancel' };
  worker.stdin.write(`${JSON.stringify(command)}\n`);
  giveUpAfter(limits.gracefulEndMs, 'cancelled', worker, session);
}

function giveUpAfter(
  milliseconds: number,
  why: 'timedOut' | 'cancelled',
  worker: Worker,
  session: Session,
): void {
  const timer = setTimeout(() => {
    session.given ??= why;
    worker.kill('SIGKILL');
  }, milliseconds);
  session.timers.push(timer);
}

function endAfter(milliseconds: number, worker: Worker, session: Session): void {
  session.timers.push(setTimeout(() => worker.kill('SIGKILL'), milliseconds));
}

function endOf(session: Session, ended: Awaited<Worker>): WorkerEnd {
  if (session.result !== null) return { how: 'result', result: session.result };
  if (session.given !== null) return { how: session.given };
  const said = session.errors.trim();
  if (ended.exitCode === undefined && ended.signal === undefined) {
    const reason = ended.originalMessage;
    return { how: 'couldNotStart', reason: reason === undefined ? noReason : quoted(reason) };
  }
  const code = String(ended.signal ?? ended.exitCode);
  if (said === '') return { how: 'crashed', reason: message('worker.endedWith', { code }) };
  return { how: 'crashed', reason: message('worker.endedSaying', { code, said }) };
}

const noReason = message('worker.noReason');
