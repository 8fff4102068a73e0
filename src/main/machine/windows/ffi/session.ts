import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';

/** Source: Microsoft, Windows SDK header `processthreadsapi.h`. */
const sessions = lazyLibrary('kernel32.dll', (library) => ({
  ProcessIdToSessionId: library.func(
    'int __stdcall ProcessIdToSessionId(uint32 process, void *session)',
  ) as KoffiFunc<(process: number, session: Uint32Array) => number>,
}));

/**
 * Whether this process runs among the services, in session 0, where nobody sees a window (Microsoft: "Service Changes for
 * Windows Vista"). Where Windows does not tell, somebody may see it.
 */
export function isAmongServices(): boolean {
  const session = new Uint32Array(1);
  return sessions().ProcessIdToSessionId(process.pid, session) !== 0 && session[0] === 0;
}
