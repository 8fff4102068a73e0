/**
 * The program with the window. Commands have a program of their own, `console.ts`: one with a window has no console on
 * Windows, and on Linux Chromium begins before any code of ours. Out of a checkout this one is its own worker.
 * Started by plain Node, as `node .` does, there is no window to open: the same commands as `console.ts`.
 */
const inElectron = process.versions['electron'] !== undefined;
const isPackaged = !('defaultApp' in process && process.defaultApp);
const args = process.argv.slice(1);
const worker = isPackaged ? -1 : args.indexOf('--worker');

if (!inElectron) {
  // A bundle of its own beside this one, which is not made part of it.
  await import(new URL('console.js', import.meta.url).href);
} else if (worker !== -1) {
  const { runWorker } = await import('./machine/windows/worker/worker.ts');
  process.exit(await runWorker(args[worker + 1] ?? ''));
} else {
  const { startDesktop } = await import('./desktop/desktop.ts');
  await startDesktop(args);
}
