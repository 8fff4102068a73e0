import { message, type Message } from '../../../../shared/domain/message.ts';
import { redactMessage, redactMessages } from '../../../../shared/domain/redact-message.ts';
import type { Variables } from '../../registry/expand-variables.ts';
import type { PerformContext } from '../../machine.ts';
import type {
  NetworkComponentRequest,
  RunUninstallerRequest,
  UninstallMsiRequest,
  WorkerKind,
} from '../worker-client/protocol.ts';
import { whatIsAwaited, whatItDid, type Doing } from '../watch/doing.ts';
import { runWorkerProcess, type WorkerEnd } from '../worker-client/worker-client.ts';
import type { WorkerLaunch } from '../worker-client/worker-launch.ts';
import { redactText } from '../../../../shared/windows/redact-text.ts';
import { startHeartbeat } from './heartbeat.ts';
import type { NetworkBench } from './network-control.ts';
import type { Performed, Switchboard } from './performer.ts';
import type { QuarantineBench } from './quarantine-control.ts';
import type { RestartBench } from './restart-control.ts';

/** What an action needs of this Windows computer. */
export interface WindowsHere
  extends Switchboard, QuarantineBench, RestartBench, NetworkBench, Workers {
  readonly lookUp: LookUp;
}

/** How a worker is started, and how long it is waited for. */
export interface Workers {
  readonly launch: (kind: WorkerKind, temporaryFolder: string) => WorkerLaunch;
  readonly heartbeatMs: number;
  /** How long a worker that should stop may take, and how long one that is done may stay. Milliseconds. */
  readonly gracefulEndMs: number;
  readonly leavingMs: number;
  /** How long a worker may wait for another one before its own time begins. */
  readonly queueMs: number;
}

/** What has to be looked up on this computer. */
export interface LookUp {
  readonly mpCmdRun: () => string | null;
  readonly variables: () => Variables;
}

/** What a worker gets to do. */
export interface Work {
  readonly kind: WorkerKind;
  readonly request: UninstallMsiRequest | RunUninstallerRequest | NetworkComponentRequest;
  /** Those in the request; they are kept out of whatever the worker says. */
  readonly secrets: readonly string[];
  readonly waitingFor: Message;
  /** What is to be told about its end beside how it ended. */
  readonly describe: (end: WorkerEnd) => readonly Message[];
}

/** Lets a worker process do it. One that is running when the person cancels is left to finish by itself. */
export async function byWorker(
  work: Work,
  context: PerformContext,
  here: Workers,
): Promise<{ readonly end: WorkerEnd; readonly performed: Performed }> {
  const heartbeat = startHeartbeat(context.onEvent, work.waitingFor, here.heartbeatMs);
  let doing: Doing | null = null;
  const end = await runWorkerProcess({
    launch: here.launch(work.kind, context.temporaryFolder),
    request: work.request,
    limits: {
      timeLimitMs: here.queueMs + context.timeLimitMs,
      gracefulEndMs: here.gracefulEndMs,
      leavingMs: here.leavingMs,
    },
    signal: context.signal,
    onStarted: (pid) => context.onWorker?.({ pid, startedAt: new Date().toISOString() }),
    onEvent: (event) => {
      if (event.kind === 'queued')
        heartbeat.waiting(context.earlierWork ?? message('waiting.earlierUninstaller'));
      if (event.kind === 'waiting') heartbeat.waiting(event.waitingFor);
      if (event.kind === 'progress') heartbeat.progress(event.fraction, event.text);
      // What was seen before something else happened explains nothing.
      doing = event.kind === 'doing' ? event.doing : null;
      if (event.kind === 'doing') heartbeat.waiting(awaited(event.doing, work));
    },
  }).finally(() => heartbeat.stop());
  const seen = end.how === 'timedOut' ? doing : null;
  return { end, performed: performedBy(end, work, seen === null ? [] : whatItDid(seen)) };
}

function awaited(doing: Doing, { secrets }: Work): Message {
  return redactMessage(whatIsAwaited(doing), secrets);
}

/** `seen`: why the time was over of a worker that could not say it itself any more. */
function performedBy(
  end: WorkerEnd,
  { describe, secrets }: Work,
  seen: readonly Message[],
): Performed {
  const told = redactMessages([...seen, ...describe(end)], secrets);
  if (end.how !== 'result') return { ended: end.how, message: told };
  const { ended, exitCode, said, undone, passwordNamed, killedProcesses } = end.result;
  return {
    ended,
    exitCode: ended === 'exited' ? exitCode : null,
    message: told,
    said: redactText(said, secrets),
    undone,
    passwordNamed,
    killedProcesses,
  };
}
