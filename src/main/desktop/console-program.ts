import { dirname, join } from 'node:path';
import type { ElevationRequest } from '../machine/open-machine.ts';

/** The command line that comes with the packaged window. */
export function consoleProgram(): string {
  return join(dirname(process.execPath), 'bin', 'cutover.exe');
}

/**
 * What is started so that the window comes up as administrator: packaged, the console program, which no variable of the person
 * reaches and which opens it (`--window`, see `src/main/console.ts`).
 */
export function elevatedStart(
  args: readonly string[],
  isPackaged: boolean,
): Omit<ElevationRequest, 'owner'> {
  const { execPath: window } = process;
  if (!isPackaged) return { program: window, args };
  return { program: consoleProgram(), args: ['--window', ...args], starts: window };
}
