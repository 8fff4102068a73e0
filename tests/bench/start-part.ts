import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshConsole } from '../../build/console/make-console.ts';
import { nodeFor } from '../../build/console/parts.ts';
import { projectFolder } from '../lab/support/lab-paths.ts';
import { ratioOf, spreadOf } from './measure.ts';
import { asRatio, type Claim, type Part, type Table, withSpread } from './table.ts';

const rounds = 15;

/** A program with what stands before its arguments. */
type Start = readonly string[];

interface Program {
  readonly name: string;
  readonly start: Start;
  /** The same Node, which does nothing. */
  readonly bare: Start;
}

/** What a short command costs beside a bare Node: out of the checkout, and as the one file that is shipped. */
export async function startPart(): Promise<Part> {
  if (process.platform !== 'linux')
    return { tables: [], claims: [], skipped: ['start of the command line: Linux only'], data: {} };
  const out = join(projectFolder, 'out/main/console.js');
  const programs: readonly Program[] = [
    { name: 'checkout', start: [process.execPath, out], bare: [process.execPath] },
    {
      name: 'shipped',
      start: [await freshConsole('linux-x64')],
      bare: [nodeFor('linux-x64')],
    },
  ];
  const clean = join(mkdtempSync(join(tmpdir(), 'cutover-bench-')), 'clean.json');
  execFileSync(process.execPath, [out, 'inventory', '--practice', 'clean', '--out', clean]);
  const commands = {
    '--help': { args: ['--help'], most: 1.5 },
    'check of a clean inventory': { args: ['check', '--from', clean], most: 2 },
  };
  const measured = programs.flatMap((program) =>
    Object.entries(commands).map(([name, { args, most }]) => ({
      name: `${name}, ${program.name}`,
      most,
      ...sideBySide(program, args),
    })),
  );
  return {
    tables: [table(measured)],
    claims: measured.map(claim),
    skipped: [],
    data: { measured },
  };
}

interface Measured {
  readonly name: string;
  readonly most: number;
  readonly bare: readonly number[];
  readonly cutover: readonly number[];
}

function sideBySide({ start, bare }: Program, args: readonly string[]) {
  const times = { bare: [] as number[], cutover: [] as number[] };
  // What the checkout keeps of compiled code is what its first command needed.
  rmSync(join(projectFolder, 'out/compile-cache'), { recursive: true, force: true });
  for (let round = -2; round < rounds; round++) {
    const nothing = processorTimeOf([...bare, '-e', '0']);
    const cutover = processorTimeOf([...start, ...args]);
    // The first rounds fill the caches.
    if (round < 0) continue;
    times.bare.push(nothing);
    times.cutover.push(cutover);
  }
  return times;
}

/** Milliseconds of processor time of a whole process, told by the shell that waits for it. */
function processorTimeOf(command: readonly string[]): number {
  const script = 'TIMEFORMAT="%3U %3S"; time "$@" > /dev/null 2>&1 < /dev/null';
  const told = execFileSync('bash', ['-c', `{ ${script}; } 2>&1`, 'bash', ...command], {
    encoding: 'utf8',
  });
  const [user = Number.NaN, system = Number.NaN] = told.trim().split(' ').map(Number);
  return (user + system) * 1000;
}

function table(measured: readonly Measured[]): Table {
  return {
    title: 'Processor time of a whole process beside that of the same Node with nothing to do',
    columns: ['', 'ms', 'bare, ms', 'times'],
    rows: measured.map(({ name, bare, cutover }) => [
      name,
      withSpread(spreadOf(cutover)),
      withSpread(spreadOf(bare)),
      asRatio(ratioOf(cutover, bare)),
    ]),
    notes: [`Medians of ${rounds} pairs (smallest–largest); ratios pair by pair.`],
  };
}

function claim({ name, most, bare, cutover }: Measured): Claim {
  const { median } = ratioOf(cutover, bare);
  return {
    says: `${name}: at most ${most.toFixed(1)} times a bare Node: ${median.toFixed(2)} times`,
    met: median <= most,
  };
}
