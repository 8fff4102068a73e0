import { message, type Message } from '../../../../shared/domain/message.ts';
import type { PublishedState } from '../../../../shared/domain/run/published-state.ts';
import { rewriteMachineKey } from '../ffi/registry-write.ts';
import { describeWin32Error } from '../ffi/win32-error.ts';

/** In the native view; every tool reads it there without being told of bitness. */
export const stateKey = String.raw`HKLM\SOFTWARE\Cutover\State`;

/** Writes the state into the registry, the hash last. Null, or why it could not be. */
export function publishState({ sha256, ...state }: PublishedState): Message | null {
  const code = rewriteMachineKey(stateKey, { ...state, sha256 });
  return code === 0
    ? null
    : message('run.stateNotWritten', { key: stateKey, why: describeWin32Error(code) });
}
