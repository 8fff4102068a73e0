import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePackages } from '../tests/lab/support/debian-packages.ts';
import { prepare } from '../tests/lab/support/prepare.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Names of the tests that failed or were flaky, told again at the end: a long log hides them. */
  readonly troubles: readonly string[];
}

/**
 * Runs the suites one after the other and adds up what they counted. A suite that cannot run here is named with
 * its reason; what was skipped is never counted as passed.
 */
const suites: Readonly<Record<string, () => Promise<Counts>>> = {
  unit: async () => runVitest('unit'),
  desktop: async () => runDesktop(),
  lab: async () => await runLab(),
};

const nothing: Counts = { passed: 0, failed: 0, skipped: 0, troubles: [] };
const notes: string[] = [];
const counts: Counts[] = [];
const named = process.argv.slice(2).filter((name) => name in suites);
const wanted = named.length > 0 ? named : Object.keys(suites);
// Before the lab, because two package managers at once refuse to work.
const noDesktop = wanted.includes('desktop') ? await whyNoDesktop() : null;
if (wanted.includes('lab')) prepareLabMeanwhile();
for (const name of wanted) {
  console.log(`\n== ${name} ==`);
  counts.push((await suites[name]?.()) ?? nothing);
}

const total = (key: 'passed' | 'failed' | 'skipped') =>
  counts.reduce((sum, each) => sum + each[key], 0);
for (const note of notes) console.log(note);
for (const trouble of counts.flatMap(({ troubles }) => troubles))
  console.log(`Trouble: ${trouble}`);
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exitCode = total('failed') > 0 || total('passed') === 0 ? 1 : 0;

/** Building the lab is mostly waiting for the network, so it goes on beside the other suites. */
function prepareLabMeanwhile(): void {
  const child = spawn(process.execPath, ['tests/lab/support/prepare.ts'], { stdio: 'ignore' });
  // What fails here fails again, and is told, when the lab's turn comes.
  child.on('error', () => {});
  child.unref();
}

async function runLab(): Promise<Counts> {
  console.log('Preparing the Windows lab; the first time this takes a few minutes …');
  const lab = await prepare();
  if (!lab.available) notes.push(`Skipped the Windows lab (tests/lab): ${lab.reason}`);
  else notes.push(...lab.skipped.map((reason) => `Skipped in the Windows lab: ${reason}`));
  return runVitest('lab');
}

/** The window needs Electron, or Debian's Chromium for its stand-in. */
function runDesktop(): Counts {
  if (noDesktop === null) return runPlaywright();
  notes.push(`Skipped the window (tests/desktop, tests/standin): ${noDesktop}`);
  return nothing;
}

async function whyNoDesktop(): Promise<string | null> {
  if (existsSync('node_modules/electron/path.txt') || existsSync('/usr/bin/chromium')) return null;
  try {
    await ensurePackages(['chromium', 'fonts-noto-core']);
    return null;
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    return `neither Electron's binary nor Chromium is here, and Chromium could not be installed (${detail}).`;
  }
}

function runVitest(project: string): Counts {
  const results = resultsFile();
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const status = node('node_modules/vitest/vitest.mjs', [
    'run',
    '--project',
    project,
    ...reporters,
  ]);
  const read = readResults(results) as VitestResults | null;
  return honest(status, {
    passed: read?.numPassedTests ?? 0,
    failed: read?.numFailedTests ?? 0,
    skipped: read?.numPendingTests ?? 0,
    troubles: (read?.testResults ?? []).flatMap(failuresOf),
  });
}

function runPlaywright(): Counts {
  const results = resultsFile();
  const args = ['test', '-c', 'tests/desktop', '--reporter=list,json'];
  const status = node('node_modules/@playwright/test/cli.js', args, {
    PLAYWRIGHT_JSON_OUTPUT_NAME: results,
  });
  const read = readResults(results) as PlaywrightResults | null;
  return honest(status, {
    passed: (read?.stats.expected ?? 0) + (read?.stats.flaky ?? 0),
    failed: read?.stats.unexpected ?? 0,
    skipped: read?.stats.skipped ?? 0,
    troubles: (read?.suites ?? []).flatMap((suite) => troubledSpecs(suite)),
  });
}

function failuresOf({ name, status, message, assertionResults }: VitestFile): readonly string[] {
  const failed = assertionResults.filter((each) => each.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [`${name}: ${firstLine(message)}`];
  return failed.map((each) => {
    return `${name} › ${each.fullName}: ${firstLine(each.failureMessages[0] ?? '')}`;
  });
}

/** Also those that passed at a second try: a flaky test is not hidden. */
function troubledSpecs(suite: PlaywrightSuite): readonly string[] {
  const here = suite.specs.flatMap(({ file, title, ok, tests }) => {
    const error = tests[0]?.results.find((result) => result.error !== undefined)?.error?.message;
    if (ok && error === undefined) return [];
    const tried = ok ? ' (passed at the second try)' : '';
    return [`${file} › ${title}${tried}: ${firstLine(error ?? '')}`];
  });
  return [...here, ...(suite.suites ?? []).flatMap((inner) => troubledSpecs(inner))];
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** A runner that ended badly without naming a failed test (a crash, a file that does not load) failed. */
function honest(status: number, counted: Counts): Counts {
  if (status === 0 || counted.failed > 0) return counted;
  const failure = `the runner ended with exit code ${status} and named no test`;
  return { ...counted, failed: 1, troubles: [failure] };
}

function node(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

interface VitestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly VitestFile[];
}

interface VitestFile {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
}

interface PlaywrightResults {
  readonly stats: Readonly<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>;
  readonly suites: readonly PlaywrightSuite[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

function resultsFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'cutover-test-')), 'results.json');
}

function readResults(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
