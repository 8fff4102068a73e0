/** Starts an app the way Electron's executable does. `bin/electron` is the file that people and tests run. */
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findApp } from './app-manifest.ts';
import { browser } from './chromium/browser.ts';
import { parseCommandLine } from './command-line.ts';
// First of all: an app may ask for Electron's version before it imports anything of it.
import { app } from './electron.ts';
import { packagedApp } from './main/app.ts';
import { watchPages } from './main/watch-pages.ts';

const executable = fileURLToPath(new URL('bin/electron', import.meta.url));
const args = process.argv.slice(2);
const commandLine = parseCommandLine(args);

if (process.env['ELECTRON_RUN_AS_NODE'] !== undefined) {
  throw new Error('The Electron stand-in does not cover ELECTRON_RUN_AS_NODE.');
}
resolveElectronModule();
process.argv = [executable, ...args];
process.execPath = executable;
app.useSwitches(commandLine.switches);
if (commandLine.inspectPort !== undefined) inspector.open(commandLine.inspectPort, '127.0.0.1');
const requireFromHere = createRequire(join(process.cwd(), 'launch.js'));
for (const file of commandLine.preloaded) requireFromHere(file);

const manifest = findApp(packagedApp ?? commandLine.appPath);
Object.assign(process, { defaultApp: packagedApp === undefined });
app.useManifest(manifest);
process.on('SIGINT', () => app.quit());
process.on('SIGTERM', () => app.quit());
watchPages();
await loadMain(manifest.main);
if (commandLine.debuggingPort !== undefined) await browser.start(commandLine.debuggingPort);
// Like Electron, `ready` waits until the main module has been evaluated: a top-level await of whenReady() hangs.
app.becomeReady();

function resolveElectronModule(): void {
  const url = new URL('electron.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      /^electron(\/(main|common))?$/.test(specifier)
        ? { url, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
}

async function loadMain(file: string): Promise<void> {
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    console.error('App threw an error during load');
    console.error(error);
    process.exit(1);
  }
}
