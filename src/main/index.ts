import { commandNames } from './cli/flags/command-names.ts';

/**
 * Reads the arguments and loads one mode: the window when Electron was started without a command, else the
 * command line. The worker mode is this same program started by itself to run one uninstaller; its secrets come
 * over standard input.
 */
const inElectron = process.versions['electron'] !== undefined;
const args = process.argv.slice(1);
const worker = args.indexOf('--worker');
const command = inElectron ? args.findIndex((arg) => commandNames.includes(arg)) : 1;

if (worker === 0 || worker === 1) {
  const { runWorker } = await import('./machine/windows/worker/worker.ts');
  process.exit(await runWorker(args[worker + 1] ?? ''));
} else if (command === -1) {
  const { startDesktop } = await import('./desktop/desktop.ts');
  await startDesktop(args);
} else {
  const { runCli } = await import('./cli/cli.ts');
  const { NodeTerminal } = await import('./cli/terminal/node-terminal.ts');
  const { consoleStreams, standardStreams } = await import('./cli/terminal/terminal-streams.ts');
  const hasWindow = process.platform === 'win32' && (inElectron || !process.stdout.isTTY);
  const streams = hasWindow ? consoleStreams() : standardStreams();
  // A call into Windows that hangs would keep the process alive; everything is written by now.
  process.exit(await runCli(args.slice(command), new NodeTerminal(streams)));
}
