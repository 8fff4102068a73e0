/**
 * Reads the first argument and loads one mode. The worker mode is this same program started by itself to
 * run one uninstaller; its secrets come over standard input.
 */
const args = process.argv.slice(2);

if (args[0] === '--worker') {
  const { runWorker } = await import('./machine/windows/worker/worker.ts');
  process.exit(await runWorker(args[1] ?? ''));
} else {
  const { runCli } = await import('./cli/cli.ts');
  const { NodeTerminal } = await import('./cli/terminal/node-terminal.ts');
  // A call into Windows that hangs would keep the process alive; everything is written by now.
  process.exit(await runCli(args, new NodeTerminal()));
}
