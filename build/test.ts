import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { bundle } from './bundle.ts';
import { OneVoice } from './one-voice.ts';
import { runNode, type Say } from './run-node.ts';
import { smoke, suites, type Suite, type SuiteName } from './suites.ts';
import { honest, type Counts } from './test-counts.ts';

interface Result {
  readonly counts: Counts;
  readonly notes: readonly string[];
}

const nothing: Counts = { passed: 0, failed: 0, skipped: 0, troubles: [] };
const voice = new OneVoice(process.stdout);

/**
 * Runs suites, or single files of them, side by side and adds up what they counted. A suite that cannot run here is
 * named with its reason; what was skipped is never counted as passed.
 *
 * usage: test.ts [unit | desktop | lab | smoke | FILE | option of a runner] …
 */
const results = await runAll(choose(process.argv.slice(2)));
for (const note of results.flatMap(({ notes }) => notes)) console.log(note);
for (const trouble of results.flatMap(({ counts }) => counts.troubles))
  console.log(`Trouble: ${trouble}`);
const [passed, failed, skipped] = [total('passed'), total('failed'), total('skipped')];
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function total(key: 'passed' | 'failed' | 'skipped'): number {
  return results.reduce((sum, { counts }) => sum + counts[key], 0);
}

/** The suites that are asked for, each with the files (none: all of them) and options that its runner is given. */
function choose(args: readonly string[]): ReadonlyMap<SuiteName, readonly string[]> {
  const given = args.flatMap((arg) => (arg === 'smoke' ? smoke : [arg]));
  const options = given.filter((arg) => suiteOf(arg) === undefined);
  const asked = new Set(given.map(suiteOf));
  const names = (Object.keys(suites) as SuiteName[]).filter(
    (name) => asked.has(name) || options.length === given.length,
  );
  return new Map(
    names.map((name) => [
      name,
      [...given.filter((arg) => arg !== name && suiteOf(arg) === name), ...options],
    ]),
  );
}

/** By its name, or as the place of a file. */
function suiteOf(arg: string): SuiteName | undefined {
  const path = `${relative('.', resolve(arg)).replaceAll('\\', '/')}/`;
  const entries = Object.entries(suites) as [SuiteName, Suite][];
  const found = entries.find(
    ([name, { folders }]) => arg === name || folders.some((folder) => path.startsWith(folder)),
  );
  return found?.[0];
}

/**
 * Unit tests go before the window's, which need whole cores to be answered in time. The lab goes beside both: its Windows
 * programs wait more than they work.
 */
async function runAll(
  chosen: ReadonlyMap<SuiteName, readonly string[]>,
): Promise<readonly Result[]> {
  const { say, end } = voice.join();
  const needsBundle = [...chosen.keys()].some((name) => suites[name].bundled);
  const bundled = needsBundle ? bundle(say).finally(end) : Promise.resolve(0).finally(end);
  const running = new Map<SuiteName, Promise<Result>>();
  for (const [name, args] of chosen) {
    const first = name === 'desktop' ? running.get('unit') : undefined;
    const before = [suites[name].bundled ? bundled : 0, first] as const;
    running.set(name, runSuite(name, args, before));
  }
  return await Promise.all(running.values());
}

async function runSuite(
  name: SuiteName,
  args: readonly string[],
  before: readonly [Promise<number> | number, Promise<unknown> | undefined],
): Promise<Result> {
  const suite = suites[name];
  const { say, end } = voice.join();
  try {
    say(`\n== ${name} ==\n`);
    const [{ obstacle, notes }, bundled] = await Promise.all([suite.prepare(), ...before]);
    if (bundled !== 0) return { counts: honest(bundled, nothing), notes };
    if (obstacle !== null)
      return { counts: nothing, notes: [`Skipped ${suite.folders.join(', ')}: ${obstacle}`] };
    return { counts: await runTests(suite, args, say), notes };
  } finally {
    end();
  }
}

async function runTests(suite: Suite, args: readonly string[], say: Say): Promise<Counts> {
  const file = join(mkdtempSync(join(tmpdir(), 'cutover-test-')), 'results.json');
  const { program, env } = suite.command(file);
  const status = await runNode([...program, ...args], say, env);
  return honest(status, suite.counts(readResults(file)));
}

function readResults(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
