import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DiskRow } from './disk-trouble.ts';
import { Place } from './place.ts';
import { randomFor } from './random.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import { startAtOnce } from './starts-at-once.ts';
import {
  atMoment,
  boundaries,
  durationOf,
  linesOf,
  makeReference,
  randomMoments,
  tryTrial,
  type Reference,
  type Trial,
} from './trials.ts';

/**
 * Kills real processes of the built program on practice computers, lets start what starts next, and asks whether the end
 * is that of processes that nobody disturbed: at every change of the disk, and at random moments. Then ten starts at once,
 * and disks that take nothing.
 *
 * usage: run.ts [--moments NUMBER: random ones, over all scenarios] [--boundaries all | lines | NUMBER: in each scenario]
 *   [--seed SEED] [--only SCENARIO] [--trial NAME] [--jobs NUMBER] [--full-disks NUMBER]
 */
const { values } = parseArgs({
  options: {
    moments: { type: 'string', default: '500' },
    boundaries: { type: 'string', default: 'all' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    only: { type: 'string', default: '' },
    trial: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    'full-disks': { type: 'string', default: '12' },
  },
});

interface Row {
  readonly name: string;
  /** What was done to it, or why nothing was. */
  readonly did: string;
  readonly divergences: readonly string[];
}

const program = 'out/main/console.js';
const chosen = scenarios.filter(({ name }) => name.includes(values.only));
const momentsEach = Math.ceil(Number(values.moments) / Math.max(1, chosen.length));
const totals = { kills: 0, divergences: 0 };

console.log(`seed ${values.seed}`);
if (chosen.length === 0)
  console.log(`No scenario is called like that. Known: ${namesOf(scenarios)}`);
await besideEachOther(chosen, killAll);
if (values.trial === undefined) {
  await besideEachOther(
    chosen.filter(({ computer }) => computer.id === 'home'),
    startTen,
  );
  troubleDisks();
}
console.log(`${totals.kills} kills, ${totals.divergences} divergences`);
process.exitCode = totals.divergences > 0 || totals.kills === 0 ? 1 : 0;

async function besideEachOther(
  all: readonly Scenario[],
  work: (place: Place, scenario: Scenario) => Promise<Row>,
): Promise<void> {
  const queue = [...all];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const place = new Place(next.computer, program);
      try {
        tell(await work(place, next));
      } finally {
        place.remove();
      }
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, worker));
}

function tell({ name, did, divergences }: Row): void {
  totals.divergences += divergences.length;
  const count = String(divergences.length).padStart(4);
  console.log(`${name.padEnd(24)} ${did.padEnd(34)} ${count} divergences`);
  for (const each of divergences) console.log(`  ${each}`);
}

async function killAll(place: Place, scenario: Scenario): Promise<Row> {
  const { name } = scenario;
  const reference = await makeReference(place, scenario);
  if (reference === null) return { name, did: 'left out: no restart is due', divergences: [] };
  const verdicts = [];
  for (const trial of await trialsOf(place, scenario, reference))
    verdicts.push(await tryTrial(place, scenario, reference, trial, values.seed));
  const kills = verdicts.reduce((sum, verdict) => sum + verdict.kills, 0);
  totals.kills += kills;
  const { exit, outcome } = reference.end;
  const did = `${String(kills).padStart(5)} kills, ${outcome ?? exit}`;
  return { name, did, divergences: verdicts.flatMap(({ divergences }) => divergences) };
}

async function trialsOf(
  place: Place,
  { name }: Scenario,
  reference: Reference,
): Promise<readonly Trial[]> {
  const { seed, trial: wanted } = values;
  if (wanted?.endsWith('ms')) return [atMoment(Number.parseInt(wanted, 10))];
  const all = pointsOf(name, reference.touches);
  if (wanted !== undefined) return all.filter((trial) => trial.name === wanted);
  const durationMs = momentsEach === 0 ? 0 : await durationOf(place, reference);
  return [...all, ...randomMoments({ name, durationMs, count: momentsEach, seed })];
}

function pointsOf(name: string, touches: Reference['touches']): readonly Trial[] {
  const all = boundaries(touches);
  if (values.boundaries === 'all' || values.trial !== undefined) return all;
  if (values.boundaries === 'lines') return linesOf(touches, all);
  const random = randomFor(values.seed, name, 'boundaries');
  const mixed = all.map((trial) => ({ trial, order: random() }));
  const some = mixed.toSorted((a, b) => a.order - b.order).slice(0, Number(values.boundaries));
  return some.map(({ trial }) => trial);
}

async function startTen(place: Place, scenario: Scenario): Promise<Row> {
  const { name } = scenario;
  return { name, did: 'ten starts at once', divergences: await startAtOnce(place, scenario) };
}

/** Disks of our own need mounts that nobody else sees. */
function troubleDisks(): void {
  const privately = ['--mount', '--map-root-user'];
  if (spawnSync('unshare', [...privately, 'true']).status !== 0)
    return console.log('Left out: full and read-only disks need `unshare` with mounts of its own.');
  const script = join(import.meta.dirname, 'disk-trouble.ts');
  const args = [process.execPath, script, program, values.seed, values['full-disks'], values.only];
  const ran = spawnSync('unshare', [...privately, ...args], { encoding: 'utf8' });
  for (const line of ran.stdout.split('\n').filter((each) => each !== '')) tell(rowOf(line));
  if (ran.status !== 0) tell({ name: 'disks', did: 'broke down', divergences: [ran.stderr] });
}

function rowOf(line: string): Row {
  const { name, troubles, stopped, divergences } = JSON.parse(line) as DiskRow;
  const did = `${troubles} bad disks, ${stopped} in the way`;
  return { name, did, divergences };
}

function namesOf(all: readonly Scenario[]): string {
  return all.map(({ name }) => name).join(', ');
}
