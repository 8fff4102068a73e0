import { commandNames } from './cli/flags/command-names.ts';

/**
 * The program with the window. Commands have a program of their own, `console.ts`; on Windows nothing else takes them,
 * because there a program with a window has no console. Out of a checkout this one is its own worker.
 */
const isPackaged = !('defaultApp' in process && process.defaultApp);
const args = process.argv.slice(1);
const worker = isPackaged ? -1 : args.indexOf('--worker');
const command =
  process.platform === 'win32' ? -1 : args.findIndex((arg) => commandNames.includes(arg));

if (worker !== -1) {
  const { runWorker } = await import('./machine/windows/worker/worker.ts');
  process.exit(await runWorker(args[worker + 1] ?? ''));
} else if (command === -1 && process.versions['electron'] === undefined) {
  // Node alone has no window; the console says what is wrong with the arguments.
  await import('./console.ts');
} else if (command === -1) {
  const { startDesktop } = await import('./desktop/desktop.ts');
  await startDesktop(args);
} else {
  const { runCli } = await import('./cli/cli.ts');
  const { NodeTerminal } = await import('./cli/terminal/node-terminal.ts');
  process.exit(await runCli(args.slice(command), new NodeTerminal()));
}
