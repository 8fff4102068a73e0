import { win32 } from 'node:path';
import type { Action } from '../../../../shared/plan.ts';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { ActionResult, PerformContext, Secrets } from '../../machine.ts';
import { cleanLog } from '../worker/clean-log.ts';
import type { RunUninstallerRequest, UninstallMsiRequest, WorkerKind } from '../worker/protocol.ts';
import { redactText } from '../worker/secret-scrubber.ts';
import { describeCommand } from './describe-command.ts';
import { describeEnd } from './describe-end.ts';
import { startHeartbeat } from './heartbeat.ts';
import { runWorkerProcess, type WorkerEnd } from './worker-client.ts';
import { workerLaunch, type WorkerLaunch } from './worker-launch.ts';

/** For tests: another worker, and shorter waits in milliseconds. */
export interface PerformOptions {
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
 * Performs one action on this Windows computer through a worker process. Everything that can go wrong is in the
 * result. A program that is running when the person cancels is left to finish by itself.
 */
export async function perform(
  action: Action,
  context: PerformContext,
  options: PerformOptions = {},
): Promise<ActionResult> {
  const startedAt = new Date();
  const work = workFor(action, context);
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
    onEvent: (event) =>
      event.kind === 'waiting'
        ? heartbeat.waiting(event.waitingFor)
        : heartbeat.progress(event.fraction, event.text),
  }).finally(() => heartbeat.stop());
  return {
    ...judge(end, action, work.secrets),
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    command: describeCommand(action, context.secrets),
    logFile: await keptLog(end, action, context.logFile, work.secrets),
  };
}

interface Work {
  readonly kind: WorkerKind;
  readonly request: UninstallMsiRequest | RunUninstallerRequest;
  readonly secrets: readonly string[];
  readonly waitingFor: string;
}

function workFor(action: Action, context: PerformContext): Work {
  switch (action.kind) {
    case 'uninstallMsi': {
      const secretProperties = secretsFor(action.secretProperties, context.secrets);
      const { productCode, properties } = action;
      const { logFile, timeLimitMs } = context;
      return {
        kind: 'uninstall-msi',
        request: { productCode, properties, secretProperties, logFile, timeLimitMs },
        secrets: secretProperties.map((property) => property.value),
        waitingFor: 'Windows Installer',
      };
    }
    case 'runUninstaller': {
      const { program, args, workingFolder } = action;
      return {
        kind: 'run-uninstaller',
        request: { program, args: [...args], workingFolder, timeLimitMs: context.timeLimitMs },
        secrets: [],
        waitingFor: win32.basename(program),
      };
    }
    default:
      return assertNever(action);
  }
}

/** A property whose password nobody gave is left out: an empty one is a wrong one. */
function secretsFor(
  properties: Extract<Action, { kind: 'uninstallMsi' }>['secretProperties'],
  secrets: Secrets,
): UninstallMsiRequest['secretProperties'] {
  return properties.flatMap(({ name, secret, encoding }) => {
    const value = secrets.get(secret);
    return value === undefined || value === '' ? [] : [{ name, value, encoding }];
  });
}

type Judgement = Pick<ActionResult, 'ended' | 'exitCode' | 'message' | 'killedProcesses'>;

function judge(end: WorkerEnd, action: Action, secrets: readonly string[]): Judgement {
  const message = describeEnd(end, action);
  const redacted = message === null ? null : redactText(message, secrets);
  if (end.how !== 'result') {
    return { ended: end.how, exitCode: null, message: redacted, killedProcesses: [] };
  }
  const { ended, exitCode, killedProcesses } = end.result;
  return {
    ended,
    exitCode: ended === 'exited' ? exitCode : null,
    message: redacted,
    killedProcesses,
  };
}

/** A worker that was ended or that crashed could not clean its log any more. */
async function keptLog(
  end: WorkerEnd,
  action: Action,
  logFile: string,
  secrets: readonly string[],
): Promise<string | null> {
  if (action.kind !== 'uninstallMsi') return null;
  const kept = end.how === 'result' ? end.result.logWritten : await cleanLog(logFile, secrets);
  return kept ? logFile : null;
}
