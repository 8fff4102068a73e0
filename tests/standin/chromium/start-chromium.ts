import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { chromiumProgram } from './chromium-program.ts';
import { DevTools } from './devtools.ts';

/** A running Chromium, and the address at which a driver can join in. */
export interface RunningChromium {
  readonly devtools: DevTools;
  readonly endpoint: string | undefined;
  readonly processId: number;
}

export interface ChromiumOptions {
  /** Port for a second client such as Playwright; `undefined` opens none. */
  readonly debuggingPort: string | undefined;
  readonly switches: ReadonlyMap<string, string>;
}

/**
 * Starts Chromium with a fresh profile that is removed when this process ends.
 *
 * @throws when Chromium is missing or ends at once; the message carries what it printed.
 */
export async function startChromium(options: ChromiumOptions): Promise<RunningChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'electron-standin-'));
  const program = chromiumProgram() ?? 'chromium';
  const child = spawn(program, chromiumArguments(profile, options), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  endWithThisProcess(child, profile);
  const devtools = new DevTools(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const endpoint = await announced(child, options.debuggingPort !== undefined);
  return { devtools, endpoint, processId: child.pid ?? 0 };
}

// file-access: Chromium blocks module scripts under file://, Electron allows them.
// js-flags: no page of a test lives long enough to earn back what optimizing its code costs.
// The two disabled features keep frames of other sites in the page's own session, where requests are watched.
const fixedSwitches = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-dev-shm-usage',
  '--disable-popup-blocking',
  '--allow-file-access-from-files',
  '--password-store=basic',
  '--force-device-scale-factor=1',
  '--js-flags=--no-opt --no-maglev --no-sparkplug',
];
const disabledFeatures = ['IsolateOrigins', 'site-per-process'];

function chromiumArguments(profile: string, options: ChromiumOptions): string[] {
  const { switches, debuggingPort } = options;
  const features = [...disabledFeatures, ...(switches.get('disable-features')?.split(',') ?? [])];
  const passedOn = [...switches].filter(
    ([name]) => name !== 'disable-features' && name !== 'user-data-dir',
  );
  return [
    ...fixedSwitches,
    `--user-data-dir=${profile}`,
    `--disable-features=${features.join(',')}`,
    ...passedOn.map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`)),
    '--remote-debugging-pipe',
    ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
  ];
}

// The pipe is a lifeline besides: Chromium ends by itself when this process is killed.
function endWithThisProcess(child: ChildProcess, profile: string): void {
  process.on('exit', () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
    try {
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // The system's cleaning of temporary files takes what is left.
    }
  });
}

function announced(child: ChildProcess, withEndpoint: boolean): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stderr?.on('data', (data: Buffer) => {
      if (printed.length < 20_000) printed += data.toString();
      const endpoint = /^DevTools listening on (ws:\/\/\S+)/m.exec(printed)?.[1];
      if (endpoint !== undefined) resolve(endpoint);
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      reject(new Error(`Chromium ended with code ${code} before it was ready:\n${printed}`)),
    );
    if (!withEndpoint) resolve(undefined);
  });
}
