import { writeSync } from 'node:fs';
import { isSea } from 'node:sea';
import { stopCoverage } from 'node:v8';
import { exitCodeFor } from '../shared/domain/run/exit-codes.ts';
import { changeablePlace, thisPlatform } from './machine/open-machine.ts';
import { sizeThreadPool } from './machine/windows/com/thread-pool.ts';

/**
 * The command line, and its worker: a console program of its own that knows nothing of Electron. The window starts it
 * too, as its worker; what is secret comes over standard input.
 */
async function main([first, second, ...rest]: readonly string[]): Promise<number> {
  if (first === '--worker') {
    const { runWorker } = await import('./machine/windows/worker/worker.ts');
    return await runWorker(second ?? '');
  }
  if (first === '--reader') {
    const { runReader } = await import('./cli/commands/machines/reader.ts');
    return await runReader(second ?? '');
  }
  // Out of a checkout there is no window beside this program.
  if (first === '--window' && isSea()) return await openWindow([second, ...rest]);
  process.on('uncaughtException', breakDown).on('unhandledRejection', breakDown);
  const { runCli } = await import('./cli/cli.ts');
  const { NodeTerminal } = await import('./cli/terminal/node-terminal.ts');
  const args = [first, second, ...rest].filter((arg) => arg !== undefined);
  return await runCli(args, new NodeTerminal(), { unsafePlace, start: ownStart() });
}

/** What starts this program anew. */
function ownStart(): readonly string[] {
  const { execPath, execArgv, argv } = process;
  return isSea() ? [execPath] : [execPath, ...execArgv, argv[1] ?? ''];
}

/** Started elevated and unseen by the window, which says what the code means. */
async function openWindow(args: readonly (string | undefined)[]): Promise<number> {
  const { openWindow: open } = await import('./machine/windows/files/open-window.ts');
  const opened = await open(args.filter((arg) => arg !== undefined));
  if (opened.state === 'open') return 0;
  return opened.state === 'ended' ? opened.code : exitCodeFor(opened.exit, thisPlatform);
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

sizeThreadPool();

// A variable of the person would have it written into any folder when the program ends.
if (isSea() && process.env['NODE_V8_COVERAGE'] !== undefined) {
  stopCoverage();
  // Node hands this one on to every program that it starts, whatever environment that was to have.
  delete process.env['NODE_V8_COVERAGE'];
}

// A call into Windows that hangs would keep the process alive; everything is written by now.
void main(process.argv.slice(2)).then((code) => process.exit(code));
