import type { Action } from '../../../../shared/domain/action.ts';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { ActionResult } from '../../../../shared/domain/action.ts';
import type { PerformContext } from '../../machine.ts';
import { redactText } from '../../../../shared/windows/redact-text.ts';
import { describeWin32Error } from '../ffi/win32-error.ts';
import { cleanLog } from '../worker/clean-log.ts';
import type { WorkerKind } from '../worker-client/protocol.ts';
import { describeCommand } from './describe-command.ts';
import { describeEnd } from './describe-end.ts';
import { startHeartbeat } from './heartbeat.ts';
import {
  performProtection,
  type DirectAction,
  type Performed,
  type ProtectionTools,
} from './perform-protection.ts';
import { windowsDefenderControl } from './windows-defender-control.ts';
import { runWorkerProcess, type WorkerEnd } from '../worker-client/worker-client.ts';
import { workerLaunch, type WorkerLaunch } from '../worker-client/worker-launch.ts';
import { usualLookUp, workFor, type LookUp, type WorkerAction } from './worker-work.ts';

/** For tests: another worker, another Defender, other folders, and shorter waits in milliseconds. */
export interface PerformOptions {
  readonly tools?: ProtectionTools;
  readonly lookUp?: LookUp;
  readonly launch?: (kind: WorkerKind) => WorkerLaunch;
  readonly heartbeatMs?: number;
  readonly gracefulEndMs?: number;
  readonly leavingMs?: number;
}

/**
 * How long a worker that should stop may take: Windows Installer undoes what it has done, which takes about as
 * long as doing it did.
 */
const gracefulEndMs = 120_000;
const leavingMs = 5_000;
const heartbeatMs = 4_000;

/**
 * Performs one action on this Windows computer: programs run in a worker process, a switch of Defender is changed
 * here. Everything that can go wrong is in the result. A program that is running when the person cancels is left to
 * finish by itself.
 */
export async function perform(
  action: Action,
  context: PerformContext,
  options: PerformOptions = {},
): Promise<ActionResult> {
  const startedAt = new Date().toISOString();
  const begun = performance.now();
  const done = isDirect(action)
    ? await performProtection(action, context, options.tools ?? usualTools)
    : await performByWorker(action, context, options);
  return {
    killedProcesses: [],
    ...done,
    startedAt,
    durationMs: Math.round(performance.now() - begun),
    command: describeCommand(action, context.secrets),
  };
}

type Done = Performed & Partial<Pick<ActionResult, 'killedProcesses'>>;

function isDirect(action: Action): action is DirectAction {
  switch (action.kind) {
    case 'startService':
    case 'setServiceStart':
    case 'removeRegistryValue':
      return true;
    case 'uninstallMsi':
    case 'runUninstaller':
    case 'updateDefenderSignatures':
      return false;
    default:
      return assertNever(action);
  }
}

const usualTools: ProtectionTools = {
  control: windowsDefenderControl,
  describeError: describeWin32Error,
  lookAgainMs: 250,
  settleMs: 2_000,
};

async function performByWorker(
  action: WorkerAction,
  context: PerformContext,
  options: PerformOptions,
): Promise<Done> {
  const work = workFor(action, context, options.lookUp ?? usualLookUp);
  if (typeof work === 'string') {
    return { ended: 'couldNotStart', exitCode: null, message: work, logFile: null };
  }
  const heartbeat = startHeartbeat(
    context.onEvent,
    work.waitingFor,
    options.heartbeatMs ?? heartbeatMs,
  );
  const end = await runWorkerProcess({
    launch: (options.launch ?? workerLaunch)(work.kind),
    request: work.request,
    patience: {
      timeLimitMs: context.timeLimitMs,
      gracefulEndMs: options.gracefulEndMs ?? gracefulEndMs,
      leavingMs: options.leavingMs ?? leavingMs,
    },
    signal: context.signal,
    onEvent: (event) => {
      if (event.kind === 'waiting') heartbeat.waiting(event.waitingFor);
      if (event.kind === 'progress') heartbeat.progress(event.fraction, event.text);
    },
  }).finally(() => heartbeat.stop());
  return {
    ...judge(end, action, work.secrets),
    logFile: await keptLog(end, action, context.logFile, work.secrets),
  };
}

type Judgement = Pick<ActionResult, 'ended' | 'exitCode' | 'message' | 'killedProcesses'>;

function judge(end: WorkerEnd, action: WorkerAction, secrets: readonly string[]): Judgement {
  const message = redactText(describeEnd(end, action), secrets);
  if (end.how !== 'result') {
    return { ended: end.how, exitCode: null, message, killedProcesses: [] };
  }
  const { ended, exitCode, killedProcesses } = end.result;
  return {
    ended,
    exitCode: ended === 'exited' ? exitCode : null,
    message,
    killedProcesses,
  };
}

/** A worker that was ended or that crashed could not clean its log any more. */
async function keptLog(
  end: WorkerEnd,
  action: WorkerAction,
  logFile: string,
  secrets: readonly string[],
): Promise<string | null> {
  if (action.kind !== 'uninstallMsi') return null;
  const kept = end.how === 'result' ? end.result.logWritten : await cleanLog(logFile, secrets);
  return kept ? logFile : null;
}
