import type { KoffiFunc } from 'koffi';
import { kernel32 } from './kernel32.ts';
import { lazyLibrary, type Pointer } from './library.ts';

const termination = lazyLibrary('kernel32.dll', (library) => ({
  TerminateProcess: library.func(
    'int __stdcall TerminateProcess(void *process, uint32 exitCode)',
  ) as KoffiFunc<(process: Pointer, exitCode: number) => number>,
}));

let prepared = false;

/**
 * To be called when a native call in a background thread is given up. Node waits for its background threads when it
 * ends, and this one may never return; so, at the `exit` event, the process is ended at once with its exit code.
 * The thread also keeps the event loop alive: the program has to end by `process.exit`.
 */
export function leaveBehind(): void {
  if (prepared) return;
  prepared = true;
  process.on('exit', (code) => {
    termination().TerminateProcess(kernel32().GetCurrentProcess(), code);
  });
}
