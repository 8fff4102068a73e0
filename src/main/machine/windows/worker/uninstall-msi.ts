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
import { watchMsi, type MsiWatch } from './msi-watch.ts';
import { msiUiHandler, type MsiUiHandler } from './msi-ui-handler.ts';
import { refuseOwnCopy } from './own-copy.ts';
import { formatProperties, propertiesOf } from './msi-properties.ts';
import { putBackPackage } from './put-back-package.ts';
import {
  workerResult,
  type UninstallMsiRequest,
  type WorkerControl,
  type WorkerResult,
} from '../worker-client/protocol.ts';
import { whatItDid } from '../watch/doing.ts';
import { otherInstallation } from '../watch/other-installation.ts';
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
  const put = await putBackPackage(request.productCode, request.handedIn ?? null);
  if (!put.ok) return workerResult({ ended: 'couldNotStart', message: [...put.why] });
  const secrets = request.secretProperties.map((property) => property.value);
  const stopped = () => control.cancel.aborted || performance.now() >= limit;
  const handler = msiUiHandler(secrets, control.emit, stopped);
  let watch: MsiWatch | null = null;
  const code = await attemptWhenFree(
    queueOf(control),
    Math.min(limit, performance.now() + longestQueueMs),
    async () => {
      watch = watchMsi(limit, control.emit);
      return removeProduct(request, handler, watch).finally(() => watch?.stop());
    },
  );
  const result = resultOf(code, handler, control.cancel.aborted, stopped(), watch);
  return {
    ...result,
    message: [...put.told, ...result.message],
    said: redactText(result.said, secrets),
    undone: handler.undone(),
    passwordNamed: await isNamedInLog(request.logFile, request.passwordProperties),
    logWritten: await cleanLog(request.logFile, secrets),
  };
}

function queueOf(control: WorkerControl): InstallerQueue {
  return windowsInstallerQueue({
    isStopped: () => control.cancel.aborted,
    onWaiting: () => control.emit({ kind: 'waiting', waitingFor: otherInstallation() }),
  });
}

/**
 * The call runs on a thread of its own: a package that talks back from a custom action would wait for ever for
 * our handler if this thread were blocked inside the call.
 */
async function removeProduct(
  request: UninstallMsiRequest,
  handler: MsiUiHandler,
  watch: MsiWatch,
): Promise<number> {
  const msi = msiConfigure();
  msi.MsiSetInternalUI(noInternalUi, null);
  msi.MsiSetExternalUIW(
    registerUiHandler((_context, type, text) => {
      watch.heard();
      return handler.answer(parseMsiMessage(type, text));
    }),
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
 * asked for it: the person, the time limit, or the package itself. So is a failure after something of it had to be ended.
 */
function resultOf(
  code: number | null,
  handler: MsiUiHandler,
  cancelled: boolean,
  stopped: boolean,
  watch: MsiWatch | null,
): WorkerResult {
  if (code === null) return workerResult({ ended: 'cancelled' });
  const killedProcesses = [...(watch?.ended() ?? [])];
  const wasStopped = stopped && code === cancelledByUser;
  if (wasStopped && cancelled) return workerResult({ ended: 'cancelled', killedProcesses });
  if (wasStopped || (killedProcesses.length > 0 && !isMsiSuccess(code))) {
    const doing = watch?.doing() ?? null;
    const why = doing === null ? [] : [...whatItDid(doing)];
    return workerResult({ ended: 'timedOut', killedProcesses, message: why });
  }
  if (isMsiSuccess(code)) handler.finish();
  return workerResult({
    ended: 'exited',
    exitCode: code,
    killedProcesses,
    said: saidAtEnd(code, handler.errors()),
  });
}
