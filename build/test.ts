import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../tests/lab/support/prepare.ts';

/**
 * Runs the suites one after the other and adds up what they counted. A suite that cannot run here is named with
 * its reason; what was skipped is never counted as passed.
 */
const suites = ['unit', 'lab'] as const;
type Suite = (typeof suites)[number];

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const wanted = process.argv
  .slice(2)
  .filter((arg): arg is Suite => suites.some((name) => name === arg));
const notes: string[] = [];
const counts: Counts[] = [];
for (const suite of wanted.length > 0 ? wanted : suites) counts.push(await runSuite(suite));

const total = (key: keyof Counts) => counts.reduce((sum, each) => sum + each[key], 0);
for (const note of notes) console.log(note);
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exitCode = total('failed') > 0 || total('passed') === 0 ? 1 : 0;

async function runSuite(suite: Suite): Promise<Counts> {
  if (suite === 'lab') {
    console.log('Preparing the Windows lab; the first time this takes a few minutes …');
    const lab = await prepare();
    if (!lab.available) notes.push(`Skipped the Windows lab (tests/lab): ${lab.reason}`);
  }
  return runVitest(suite);
}

function runVitest(suite: Suite): Counts {
  const results = join(mkdtempSync(join(tmpdir(), 'cutover-test-')), 'results.json');
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      suite,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
    ],
    { stdio: 'inherit' },
  );
  return countsOf(results, status);
}

/** A runner that ended badly without naming a failed test (a crash, a file that does not load) counts as one. */
function countsOf(results: string, status: number | null): Counts {
  const read = readResults(results);
  const failed = status !== 0 && read.numFailedTests === 0 ? 1 : read.numFailedTests;
  return { passed: read.numPassedTests, failed, skipped: read.numPendingTests };
}

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

function readResults(path: string): Results {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Results;
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
  }
}
