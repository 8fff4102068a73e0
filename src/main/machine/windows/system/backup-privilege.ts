import { advapi32 } from '../ffi/advapi32.ts';
import { kernel32 } from '../ffi/kernel32.ts';
import { toWide } from '../ffi/wide-string.ts';
import { win32 } from '../ffi/win32-error.ts';

const adjustAndQuery = 0x20 | 0x8;

/**
 * Runs something with the right to look past access lists for reading (`SeBackupPrivilege`), which administrators
 * hold but have to switch on. Without the right it runs all the same, and is denied what it is denied.
 */
export function withBackupPrivilege<T>(run: () => T): T {
  return withPrivilege('SeBackupPrivilege', run);
}

/** The same with the right to write past access lists, and to give something to another owner. */
export function withRestorePrivilege<T>(run: () => T): T {
  return withBackupPrivilege(() => withPrivilege('SeRestorePrivilege', run));
}

/** The same with the right to restart the computer. */
export function withShutdownPrivilege<T>(run: () => T): T {
  return withPrivilege('SeShutdownPrivilege', run);
}

/** The same with the right to reach processes of the system, which its own access list keeps from administrators. */
export function withDebugPrivilege<T>(run: () => T): T {
  return withPrivilege('SeDebugPrivilege', run);
}

function withPrivilege<T>(name: string, run: () => T): T {
  const token = new BigUint64Array(1);
  const { OpenProcessToken } = advapi32();
  const { GetCurrentProcess, CloseHandle } = kernel32();
  if (OpenProcessToken(GetCurrentProcess(), adjustAndQuery, token) === 0) return run();
  const handle = token[0] ?? 0n;
  const before = switchOn(handle, name);
  try {
    return run();
  } finally {
    if (before !== null) adjust(handle, before, null);
    CloseHandle(handle);
  }
}

/** `TOKEN_PRIVILEGES` with one entry: count, LUID, attributes. */
const stateSize = 16;
const enabled = 2;

/** What it was before; null when it could not be switched on. */
function switchOn(token: bigint, privilege: string): Buffer | null {
  const state = Buffer.alloc(stateSize);
  state.writeUInt32LE(1, 0);
  state.writeUInt32LE(enabled, 12);
  const luid = state.subarray(4, 12);
  const name = toWide(privilege);
  if (advapi32().LookupPrivilegeValueW(null, name, luid) === 0) return null;
  const before = Buffer.alloc(stateSize);
  return adjust(token, state, before) ? before : null;
}

function adjust(token: bigint, state: Buffer, before: Buffer | null): boolean {
  const size = before === null ? null : new Uint32Array(1);
  const length = before === null ? 0 : stateSize;
  const done = advapi32().AdjustTokenPrivileges(token, 0, state, length, before, size);
  // It also succeeds when it changed nothing and says so only here.
  return done !== 0 && kernel32().GetLastError() === win32.success;
}
