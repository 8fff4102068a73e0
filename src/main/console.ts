import { writeSync } from 'node:fs';
import { isSea } from 'node:sea';
import { stopCoverage } from 'node:v8';
import { exitCodeFor } from '../shared/domain/run/exit-codes.ts';
import { changeablePlace, thisPlatform } from './machine/open-machine.ts';

/**
 * The command line, and its worker: a console program of its own that knows nothing of Electron. The window starts it
 * too, as its worker; what is secret comes over standard input.
 */
async function main([first, second, ...rest]: readonly string[]): Promise<number> {
  if (first === '--worker') {
    const { runWorker } = await import('./machine/windows/worker/worker.ts');
    return await runWorker(second ?? '');
  }
  process.on('uncaughtException', breakDown).on('unhandledRejection', breakDown);
  const { runCli } = await import('./cli/cli.ts');
  const { NodeTerminal } = await import('./cli/terminal/node-terminal.ts');
  const args = [first, second, ...rest].filter((arg) => arg !== undefined);
  return await runCli(args, new NodeTerminal(), unsafePlace);
}

/** Out of a checkout it is the computer of whoever develops it. */
async function unsafePlace(): Promise<string | null> {
  return isSea() ? await changeablePlace('folder') : null;
}

/** What escaped everything else still ends with words and with a code that says so. */
function breakDown(error: unknown): never {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    writeSync(standardError, `${text}\n`);
  } catch {
    // Nobody listens.
  }
  return process.exit(exitCodeFor('defect', thisPlatform));
}

const standardError = 2;

// A variable of the person would have it written into any folder when the program ends.
if (isSea() && process.env['NODE_V8_COVERAGE'] !== undefined) stopCoverage();

// A call into Windows that hangs would keep the process alive; everything is written by now.
void main(process.argv.slice(2)).then((code) => process.exit(code));
