import { promisify } from 'node:util';
import { redactText } from '../../../../shared/windows/redact-text.ts';
import {
  installLevelDefault,
  installStateAbsent,
  msiConfigure,
  noInternalUi,
  registerUiHandler,
} from '../ffi/msi-configure.ts';
import { cleanLog } from './clean-log.ts';
import { attemptWhenFree, type InstallerQueue } from './installer-queue.ts';
import { isMsiSuccess, saidAtEnd } from './msi-end.ts';
import { parseMsiMessage } from './msi-message.ts';
import { isNamedInLog } from './names-in-log.ts';
import { msiUiHandler, type MsiUiHandler } from './msi-ui-handler.ts';
import { refuseOwnCopy } from './own-copy.ts';
import { formatProperties, propertiesOf } from './msi-properties.ts';
import {
  workerResult,
  type UninstallMsiRequest,
  type WorkerControl,
  type WorkerResult,
} from '../worker-client/protocol.ts';
import { windowsInstallerQueue } from './windows-installer-queue.ts';
import { withWorkLock } from './work-lock.ts';

/** How long another installation is waited for, in milliseconds, unless the step's own limit is shorter. */
const longestQueueMs = 10 * 60_000;

/**
 * What goes into the log: fatal exit, error, warning, user, information, resolve source, out of disk space,
 * action start, action data, common data. Not the property dump (0x400) and not the verbose mode (0x1000): both
 * write property values, and with them a password. Source: Microsoft, `Msi.h`, `INSTALLLOGMODE`.
 */
const logModes = 0x0bdf;

/** What our handler hears: fatal exit, error, user, out of disk space, action start, action data, progress. */
const handledMessages = 0x078b;

const cancelledByUser = 1602;

/** Removes one Windows Installer product inside this process, so that no secret needs a command line. */
export async function uninstallMsi(
  request: UninstallMsiRequest,
  control: WorkerControl,
): Promise<WorkerResult> {
  return withWorkLock(control, () => uninstallAlone(request, control));
}

async function uninstallAlone(
  request: UninstallMsiRequest,
  control: WorkerControl,
): Promise<WorkerResult> {
  const ownCopy = refuseOwnCopy(request.productCode);
  if (ownCopy !== null) return workerResult({ ended: 'couldNotStart', message: [ownCopy] });
  const limit = performance.now() + request.timeLimitMs;
  const secrets = request.secretProperties.map((property) => property.value);
  const stopped = () => control.cancel.aborted || performance.now() >= limit;
  const handler = msiUiHandler(secrets, control.emit, stopped);
  const code = await attemptWhenFree(
    queueOf(control),
    Math.min(limit, performance.now() + longestQueueMs),
    () => removeProduct(request, handler),
  );
  const result = resultOf(code, handler, control.cancel.aborted, stopped());
  return {
    ...result,
    said: redactText(result.said, secrets),
    undone: handler.undone(),
    passwordNamed: await isNamedInLog(request.logFile, request.passwordProperties),
    logWritten: await cleanLog(request.logFile, secrets),
  };
}

function queueOf(control: WorkerControl): InstallerQueue {
  return windowsInstallerQueue({
    isStopped: () => control.cancel.aborted,
    onWaiting: (waitingFor) => control.emit({ kind: 'waiting', waitingFor }),
  });
}

/**
 * The call runs on a thread of its own: a package that talks back from a custom action would wait for ever for
 * our handler if this thread were blocked inside the call.
 */
async function removeProduct(request: UninstallMsiRequest, handler: MsiUiHandler): Promise<number> {
  const msi = msiConfigure();
  msi.MsiSetInternalUI(noInternalUi, null);
  msi.MsiSetExternalUIW(
    registerUiHandler((_context, type, text) => handler.answer(parseMsiMessage(type, text))),
    handledMessages,
    null,
  );
  msi.MsiEnableLogW(logModes, request.logFile, 0);
  const configure = promisify(msi.MsiConfigureProductExW.async);
  const properties = formatProperties(propertiesOf(request));
  return configure(request.productCode, installLevelDefault, installStateAbsent, properties);
}

/**
 * No code means that the person cancelled before anything was begun. A code that says "cancelled" is told by who
 * asked for it: the person, the time limit, or the package itself.
 */
function resultOf(
  code: number | null,
  handler: MsiUiHandler,
  cancelled: boolean,
  stopped: boolean,
): WorkerResult {
  if (code === null) return workerResult({ ended: 'cancelled' });
  if (stopped && code === cancelledByUser) {
    return workerResult({ ended: cancelled ? 'cancelled' : 'timedOut' });
  }
  if (isMsiSuccess(code)) handler.finish();
  return workerResult({
    ended: 'exited',
    exitCode: code,
    said: saidAtEnd(code, handler.errors()),
  });
}
