import { setImmediate as nextTurn } from 'node:timers/promises';
import { message, type Message } from '../../../../../shared/domain/message.ts';
import type { ComAnswer } from '../../ffi/com.ts';
import { releaseComHere } from '../../ffi/com.ts';
import {
  acquireLock,
  findNetComponent,
  giveLockBack,
  inOwnApartment,
  installComponent,
  isInstance,
  lockOf,
  netCfgCodes,
  openNetCfg,
  removeComponent,
  session,
  setupOf,
} from '../../ffi/net-config.ts';
import { describeWin32Error, win32 } from '../../ffi/win32-error.ts';
import {
  workerResult,
  type NetworkComponentRequest,
  type WorkerControl,
  type WorkerResult,
} from '../../worker-client/protocol.ts';

/** How it ended: a code of Windows, and what is known beside it. */
interface End {
  readonly code: number;
  readonly why?: Message | undefined;
}

/**
 * Lets Windows remove a component of the network or install one, which binds it or unbinds it from all adapters. In a process
 * of its own, because all of that belongs to one thread, which it holds up, and may never come back.
 */
export async function networkComponent(
  request: NetworkComponentRequest,
  control: WorkerControl,
): Promise<WorkerResult> {
  const end: End = await inOwnApartment(() => withConfig(request, control));
  const isCancelled = control.cancel.aborted && end.code === netCfgCodes.noWriteLock;
  return isCancelled ? workerResult({ ended: 'cancelled' }) : resultOf(end);
}

async function withConfig(request: NetworkComponentRequest, control: WorkerControl): Promise<End> {
  return await withObject(openNetCfg(), (config) =>
    withObject(lockOf(config), async (lock) => {
      const { code, holder } = await lockInTime(lock, request.lockWaitMs, control);
      if (code !== win32.success) return { code, why: whyNotLocked(code, holder) };
      try {
        return inSession(config, request);
      } finally {
        giveLockBack(lock);
      }
    }),
  );
}

const sliceMs = 500;

/** In slices, so that the person can cancel meanwhile. */
async function lockInTime(lock: bigint, limitMs: number, { cancel, emit }: WorkerControl) {
  const limit = performance.now() + limitMs;
  for (;;) {
    const got = acquireLock(lock, Math.min(sliceMs, limitMs), 'Cutover');
    const isLast = performance.now() >= limit || cancel.aborted;
    if (got.code !== netCfgCodes.noWriteLock || isLast) return got;
    emit({
      kind: 'waiting',
      waitingFor: message('waiting.network', { holder: got.holder ?? '?' }),
    });
    await nextTurn();
  }
}

function whyNotLocked(code: number, holder: string | null): Message | undefined {
  return code === netCfgCodes.noWriteLock
    ? message('network.locked', { holder: holder ?? '?' })
    : undefined;
}

function inSession(config: bigint, request: NetworkComponentRequest): End {
  const begun = session.begin(config);
  if (begun !== win32.success) return { code: begun };
  try {
    return request.change === 'remove' ? remove(config, request) : install(config, request);
  } finally {
    session.end(config);
  }
}

function remove(config: bigint, { componentId, classGuid, instanceGuid }: NetworkComponentRequest) {
  const found = findNetComponent(config, componentId);
  if (!found.ok) return { code: found.code };
  if (found.value === null) return { code: win32.success };
  return using(found.value, (component) => {
    const isIt = isInstance(component, instanceGuid);
    if (!isIt.ok) return { code: isIt.code };
    if (!isIt.value)
      return { code: win32.invalidData, why: message('network.another', { name: componentId }) };
    return changed(config, setupOf(config, classGuid), (setup) =>
      removeComponent(setup, component),
    );
  });
}

function install(config: bigint, { componentId, classGuid }: NetworkComponentRequest): End {
  return changed(config, setupOf(config, classGuid), (setup) =>
    installComponent(setup, componentId),
  );
}

/** Nothing is changed before it is applied, and what failed is not. */
function changed(config: bigint, setup: ComAnswer<bigint>, change: (setup: bigint) => number): End {
  if (!setup.ok) return { code: setup.code };
  const code = using(setup.value, change);
  if (code !== win32.success && code !== netCfgCodes.reboot) {
    session.cancel(config);
    return { code };
  }
  const applied = session.apply(config);
  return { code: applied === win32.success ? code : applied };
}

/** What Windows says, told in words of ours and, where it asks for a restart, with the number that every installer has for it. */
const known: Readonly<Record<number, End>> = {
  [netCfgCodes.reboot]: { code: 3010, why: message('network.restart') },
  [netCfgCodes.removedPendingReboot]: { code: 3010, why: message('network.restart') },
  [netCfgCodes.needReboot]: {
    code: netCfgCodes.needReboot,
    why: message('network.restartFirst'),
  },
  [netCfgCodes.connectionsOpen]: {
    code: netCfgCodes.connectionsOpen,
    why: message('network.connectionsOpen'),
  },
  [netCfgCodes.stillReferenced]: {
    code: netCfgCodes.stillReferenced,
    why: message('network.stillNeeded'),
  },
};

function resultOf(end: End): WorkerResult {
  const { code, why } = end.why === undefined ? (known[end.code] ?? end) : end;
  return workerResult({
    ended: 'exited',
    exitCode: code,
    message: why === undefined ? [] : [why],
    said: why === undefined && code !== win32.success ? describeWin32Error(code) : null,
  });
}

async function withObject(
  answer: ComAnswer<bigint>,
  use: (object: bigint) => Promise<End>,
): Promise<End> {
  if (!answer.ok) return { code: answer.code };
  try {
    return await use(answer.value);
  } finally {
    releaseComHere(answer.value);
  }
}

function using<T>(object: bigint, use: (object: bigint) => T): T {
  try {
    return use(object);
  } finally {
    releaseComHere(object);
  }
}
