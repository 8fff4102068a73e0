import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { got, not, type Got } from './command-end.ts';
import type { MachineOptions } from './machines.ts';
import { usualPracticeComputer } from './usual-practice-computer.ts';

/**
 * Where runs are kept: on Windows below ProgramData, which every administrator finds; elsewhere below the
 * state folder of the XDG base directory specification. Practice runs never mix with real ones.
 */
export function dataFolder(options: MachineOptions): string {
  const base = options.dataFolder ?? usualFolder();
  return options.practice === undefined ? base : join(base, 'practice', practiceName(options));
}

/** Makes the data folder. The usual one on Windows is writable by administrators only. */
export async function writableDataFolder(options: MachineOptions): Promise<Got<string>> {
  const folder = dataFolder(options);
  try {
    if (process.platform === 'win32' && options.dataFolder === undefined) {
      const { secureDataFolder } = await import('../machine/windows/data-folder.ts');
      const secured = secureDataFolder(usualFolder());
      if (!secured.ok) return not('cannotWrite', secured.message);
    }
    await mkdir(folder, { recursive: true });
    return got(folder);
  } catch (error) {
    return not(
      'cannotWrite',
      `The folder for the run, ${folder}, could not be made: ${(error as Error).message}. ` +
        'Name another one with --data-folder.',
    );
  }
}

function practiceName(options: MachineOptions): string {
  return typeof options.practice === 'string' ? options.practice : usualPracticeComputer;
}

function usualFolder(): string {
  if (process.platform === 'win32')
    X
  return join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'cutover');
}
