/**
 * The program with the window. Commands have a program of their own, `console.ts`: one with a window has no console on
 * Windows, and on Linux Chromium begins before any code of ours. Out of a checkout this one is its own worker.
 */
const isPackaged = !('defaultApp' in process && process.defaultApp);
const args = process.argv.slice(1);
const worker = isPackaged ? -1 : args.indexOf('--worker');

if (worker !== -1) {
  const { runWorker } = await import('./machine/windows/worker/worker.ts');
  process.exit(await runWorker(args[worker + 1] ?? ''));
} else {
  const { startDesktop } = await import('./desktop/desktop.ts');
  await startDesktop(args);
}
