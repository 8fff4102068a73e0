import * as files from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { execa } from 'execa';
import { memoryFlags } from '../../build/console/memory-flags.ts';
import { scope } from '../../src/main/catalog/scope.ts';
import { isCandidate } from '../../src/main/machine/sources/executables/candidates.ts';
import { Pool } from '../../src/main/machine/sources/executables/pool.ts';
import { posixDisk } from '../../src/main/machine/sources/executables/posix-disk.ts';
import { searchExecutables } from '../../src/main/machine/sources/executables/search-executables.ts';
import { projectFolder } from '../lab/support/lab-paths.ts';
import { inventoryOf } from '../support/inventory-builder.ts';
import { processorTime, ratioOf, spreadOf, timeSideBySide, type Times } from './measure.ts';
import { plantTree } from './program-tree.ts';
import { asRatio, type Part, type Table, withSpread } from './table.ts';

const timed = { files: 40_000, programEvery: 5 };
const large = { files: 1_000_000, programEvery: 8 };
const rounds = 7;

/** A deep scan beside a plain walk over the same files, and what it takes in memory at a million of them. */
export async function deepPart(): Promise<Part> {
  const folder = await mkdtemp(join(tmpdir(), 'cutover-deep-'));
  try {
    const times = await raceIn(join(folder, 'timed'));
    const peak = await peakIn(join(folder, 'large'), join(folder, 'pc.json'));
    const ratio = ratioOf(times['deep'], times['plain']);
    return {
      tables: [table(times), memoryTable(peak)],
      claims: [
        {
          says: `a deep scan at most twice the time of a walk that opens the same programs and reads 4 KiB: ${ratio.median.toFixed(2)} times`,
          met: ratio.median <= 2,
        },
        {
          says: `a deep scan of ${count(large.files)} files in less than 150 MB: ${peak.megabytes.toFixed(0)} MB`,
          met: peak.megabytes < 150,
        },
      ],
      skipped: [],
      data: { times, peak },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function raceIn(root: string): Promise<Times> {
  plantTree(root, timed);
  const ways = { deep: () => deepScan(root), plain: () => plainWalk(root) };
  return await timeSideBySide(ways, { rounds, warmUp: 1, clock: processorTime });
}

async function deepScan(root: string): Promise<void> {
  const found = await searchExecutables({
    places: [root],
    disk: posixDisk([root]),
    makers: scope.makers,
    verdict: async () => await Promise.resolve(null),
  });
  if (found.state !== 'empty') throw new Error('There is nothing to be found there.');
}

const [open, read, close, readdir] = [
  promisify(files.open),
  promisify(files.read),
  promisify(files.close),
  promisify(files.readdir),
];

/** As many files side by side, and of each the first 4 KiB. */
async function plainWalk(root: string): Promise<void> {
  const [pool, waiting] = [new Pool(3), [root]];
  const look = async (path: string) => {
    const file = await open(path, 'r');
    await read(file, Buffer.allocUnsafe(4096), 0, 4096, 0);
    await close(file);
  };
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(path);
      else if (isCandidate(entry.name)) await pool.start(() => look(path));
    }
  }
  await pool.idle();
}

interface Peak {
  readonly megabytes: number;
  readonly seconds: number;
}

/** Loaded before the program; plain JavaScript, because taking types out of TypeScript would need memory itself. */
const sayPeak = `process.on('exit', () =>
  process.stderr.write(String(process.resourceUsage().maxRSS)));`;

/** The built program from start to end, as the console program starts it, on the disk of a computer that it has an inventory of. */
async function peakIn(root: string, inventory: string): Promise<Peak> {
  plantTree(root, large);
  const hook = `${inventory}.cjs`;
  await writeFile(hook, sayPeak);
  await writeFile(inventory, JSON.stringify(inventoryOf()));
  const started = performance.now();
  const program = [...memoryFlags, '--require', hook, join(projectFolder, 'out/main/console.js')];
  const args = ['scan', '--from', inventory, '--deep-in', root, '--json'];
  const { stderr } = await execa(process.execPath, [...program, ...args]);
  const seconds = (performance.now() - started) / 1000;
  return { megabytes: Number(/\d+$/.exec(stderr)?.[0]) / 1024, seconds };
}

function table(times: Times): Table {
  const [deep = [], plain = []] = [times['deep'], times['plain']];
  const programs = timed.files / timed.programEvery;
  return {
    title: `Every program on a disk: ${count(timed.files)} files, ${count(programs)} programs`,
    columns: ['', 'ms', 'ratio'],
    rows: [
      ['a walk that opens each program and reads 4 KiB', withSpread(spreadOf(plain)), '1'],
      ['deep scan', withSpread(spreadOf(deep)), asRatio(ratioOf(deep, plain))],
    ],
    notes: [
      `Medians of ${rounds} rounds side by side (smallest–largest), in processor time of all threads, because other programs`,
      'share the computer; files in the cache of the system, where the work itself counts most.',
      `Looked for: ${scope.makers.split('|').length} spellings of a maker, none of which is there.`,
    ],
  };
}

function memoryTable({ megabytes, seconds }: Peak): Table {
  const programs = large.files / large.programEvery;
  return {
    title: `The built program over ${count(large.files)} files, ${count(programs)} programs`,
    columns: ['', 'peak memory MB', 's'],
    rows: [['cutover scan --from FILE --deep-in FOLDER', megabytes.toFixed(0), seconds.toFixed(0)]],
    notes: ['One process from start to end; its largest resident set as the system reports it.'],
  };
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
