import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { mutantsOf, type Mutant } from './mutants.ts';
import { nearSpecs, type NearSpecs } from './near-specs.ts';

/**
 * Asks whether the tests notice small changes to what decides, excludes, refuses and protects: one at a time in a copy of the
 * project, so that nothing has to be put back. First the specs next to a source are asked, then every other that reaches it.
 * Stryker is not used: with our tests it would need a sandbox of its own for each worker, and it knows no near specs.
 *
 * usage: mutate.ts [--sample NUMBER] [--seed NUMBER] [--all] [--near: only the specs next to it] [FILE[:LINE] or PATTERN] …
 */
const { values, positionals } = parseArgs({
  options: {
    sample: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    all: { type: 'boolean', default: false },
    near: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

/** What is changed unless somebody says otherwise. */
const guards = [
  'src/main/engine/**/*.ts',
  'src/main/catalog/{look-alikes,places,row,scope,server-names,vendor-names}.ts',
  'src/main/machine/quarantine/*.ts',
  'src/main/machine/windows/{perform,repair,worker}/*.ts',
  'src/main/disk/*.ts',
];

/** Milliseconds after which specs are taken for endless. */
const longest = 1_200_000;
const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'cutover-mutate-'));
let running: ReturnType<typeof spawn> | null = null;
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
process.on('SIGINT', () => {
  endRunning();
  process.exit(130);
});
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
copyProject();

const specsOf = nearSpecs(root);
const patterns = positionals.length > 0 ? positionals : guards;
const lines = new Set(patterns.filter((pattern) => /:\d+$/.test(pattern)));
const files = globSync(
  patterns.map((pattern) => pattern.replace(/:\d+$/, '')),
  { cwd: root },
).toSorted();
const every = files
  .flatMap((file) => mutantsOf(file, readFileSync(join(root, file), 'utf8')))
  .filter(({ file, line }) => lines.size === 0 || lines.has(`${file}:${line}`));
const chosen = values.all
  ? every
  : shuffled(every, Number(values.seed)).slice(0, Number(values.sample));
console.log(
  `${chosen.length} of ${every.length} changes in ${files.length} files, seed ${values.seed}`,
);
const [sample] = chosen;
if (sample !== undefined && !(await passes(specsOf(sample.file).near)))
  throw new Error('The tests fail without any change.');

const survivors: Mutant[] = [];
for (const [index, mutant] of chosen.entries()) {
  const isNoticed = await notices(mutant, specsOf(mutant.file));
  if (!isNoticed) survivors.push(mutant);
  const { file, line, change } = mutant;
  console.log(`${index + 1} ${isNoticed ? 'noticed ' : 'SURVIVED'} ${file}:${line} ${change}`);
}
const noticed = chosen.length - survivors.length;
console.log(
  `\n${noticed} of ${chosen.length} noticed (${((noticed / chosen.length) * 100).toFixed(1)} %)`,
);
for (const [room, mutants] of Map.groupBy(chosen, ({ file }) => dirname(file))) {
  const left = mutants.filter((mutant) => survivors.includes(mutant)).length;
  console.log(`${room}: ${mutants.length - left} of ${mutants.length}`);
}
for (const { file, line, change } of survivors) console.log(`${file}:${line}  ${change}`);

function copyProject(): void {
  const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.stdout.split('\n').filter((each) => each !== '')) {
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}

async function notices(mutant: Mutant, { near, far }: NearSpecs): Promise<boolean> {
  const place = join(copy, mutant.file);
  const source = readFileSync(place, 'utf8');
  writeFileSync(place, source.slice(0, mutant.start) + mutant.text + source.slice(mutant.end));
  try {
    for (const specs of values.near ? [near] : [near, far])
      if (specs.length > 0 && !(await passes(specs))) return true;
    return false;
  } finally {
    writeFileSync(place, source);
  }
}

/** Whether the specs pass in time; what never ends is noticed as well. */
async function passes(specs: readonly string[]): Promise<boolean> {
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--project', 'unit', '--bail', '1', '--maxWorkers', '1', ...specs];
  const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore', detached: true });
  running = child;
  const timer = setTimeout(endRunning, longest);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
  running = null;
  return code === 0;
}

/** With its workers. */
function endRunning(): void {
  if (running?.pid !== undefined) process.kill(-running.pid, 'SIGKILL');
}

/** The same order for the same seed (mulberry32, Fisher-Yates). */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const mixed = [...items];
  let state = seed;
  const random = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) % below;
  };
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}
