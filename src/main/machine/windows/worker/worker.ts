import { writeSync } from 'node:fs';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import { message } from '../../../../shared/domain/message.ts';
import {
  amsiProbeRequestSchema,
  eicarProbeRequestSchema,
  networkComponentRequestSchema,
  runUninstallerRequestSchema,
  uninstallMsiRequestSchema,
  workerKinds,
  workerResult,
  type WorkerControl,
  type WorkerKind,
  type WorkerResult,
} from '../worker-client/protocol.ts';
import { openWorkerChannel } from './worker-channel.ts';

/**
 * The whole life of a worker process: reads one request from standard input, does it, writes events and the
 * result to standard output, and ends the process, because the read on standard input that is still pending
 * would keep it alive. It must be called before anything else is loaded.
 */
export async function runWorker(kind: string): Promise<never> {
  process.on('uncaughtException', breakDown).on('unhandledRejection', breakDown);
  try {
    const channel = openWorkerChannel();
    const line = await channel.request;
    channel.emit(await resultOf(kind, line, channel));
  } catch (error) {
    return breakDown(error);
  }
  return process.exit(0);
}

/**
 * The other side reports what stands on standard error. Left alone, Electron would show a window with the error and
 * wait for somebody to close it.
 */
function breakDown(error: unknown): never {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    writeSync(standardError, `${text}\n`);
  } catch {
    // Nobody listens.
  }
  return process.exit(1);
}

const standardError = 2;

async function resultOf(
  kind: string,
  line: string | null,
  control: WorkerControl,
): Promise<WorkerResult> {
  const known = workerKinds.find((name) => name === kind);
  if (known === undefined) return notUnderstood(kind);
  if (line === null) return notUnderstood('EOF');
  const request = parse(line);
  if (request === undefined) return notUnderstood('JSON');
  return start(known, request, control);
}

/** The parser's own message quotes what it could not read, and that could be a password. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function start(
  kind: WorkerKind,
  request: unknown,
  control: WorkerControl,
): Promise<WorkerResult> {
  switch (kind) {
    case 'uninstall-msi': {
      const parsed = uninstallMsiRequestSchema.safeParse(request);
      if (!parsed.success) return notUnderstood(places(parsed.error));
      const { uninstallMsi } = await import('./uninstall-msi.ts');
      return uninstallMsi(parsed.data, control);
    }
    case 'run-uninstaller': {
      const parsed = runUninstallerRequestSchema.safeParse(request);
      if (!parsed.success) return notUnderstood(places(parsed.error));
      const { runUninstaller } = await import('./run-uninstaller.ts');
      return runUninstaller(parsed.data, control);
    }
    case 'amsi-probe': {
      const parsed = amsiProbeRequestSchema.safeParse(request);
      if (!parsed.success) return notUnderstood(places(parsed.error));
      const { amsiProbe } = await import('./amsi-probe.ts');
      return amsiProbe(control);
    }
    case 'eicar-probe': {
      const parsed = eicarProbeRequestSchema.safeParse(request);
      if (!parsed.success) return notUnderstood(places(parsed.error));
      const { eicarProbe } = await import('./eicar-probe.ts');
      return eicarProbe(parsed.data, control);
    }
    case 'network-component': {
      const parsed = networkComponentRequestSchema.safeParse(request);
      if (!parsed.success) return notUnderstood(places(parsed.error));
      const { networkComponent } = await import('./devices/network-component.ts');
      const { withWorkLock } = await import('./work-lock.ts');
      return withWorkLock(control, () => networkComponent(parsed.data, control));
    }
    default:
      return assertNever(kind);
  }
}

/** Where a request is wrong, never what stood there: that could be a password. */
function places(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[];
}): string {
  return error.issues.map((issue) => issue.path.map(String).join('.') || 'request').join(', ');
}

/** `what` is a name of the protocol: the kind, or the place that is wrong. */
function notUnderstood(what: string): WorkerResult {
  return workerResult({
    ended: 'couldNotStart',
    message: [message('worker.notUnderstood', { what })],
  });
}
