import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '../lab/support/lab-paths.ts';
import { ratioOf, spreadOf, type Times } from './measure.ts';
import { asRatio, type Part, type Table, withSpread } from './table.ts';
import { electronProgram, startUp } from './window/start-up.ts';

const rounds = 11;

const apps = {
  bare: join(projectFolder, 'tests/standin/example'),
  cutover: projectFolder,
} as const;

/** The window's start-up beside that of a bare one on the same Electron, and the size of what it loads. */
export async function windowPart(): Promise<Part> {
  const size = await sizeTable();
  const electron = electronProgram();
  if (electron === null) {
    const skipped = ["the window's start-up: neither Electron's program nor Chromium is here"];
    return { tables: [size], claims: [], skipped, data: {} };
  }
  const times = await sideBySide(electron.program);
  const { median } = ratioOf(times['cutover'], times['bare']);
  const says = `the first page is usable in under 1.5 times the time of the bare window: ${median.toFixed(2)} times`;
  return {
    tables: [startUpTable(electron.name, times), size],
    claims: [{ says, met: median < 1.5 }],
    skipped: [],
    data: { times },
  };
}

function startUpTable(name: string, times: Times): Table {
  const [bare = [], cutover = []] = [times['bare'], times['cutover']];
  return {
    title: `From the start of the program to a first page that can be used, ${name}`,
    columns: ['', 'ms', 'times the bare window'],
    rows: [
      ['bare window: two files, own scheme, preload and guards', withSpread(spreadOf(bare)), '1'],
      ['Cutover', withSpread(spreadOf(cutover)), asRatio(ratioOf(cutover, bare))],
    ],
    notes: [
      `Medians of ${rounds} rounds side by side (smallest–largest), all cores; ratios round by round. Usable: heading and`,
      'first button are there and drawn. With the stand-in only the ratio says something, not the time.',
    ],
  };
}

async function sideBySide(program: string): Promise<Times> {
  const times: Record<keyof typeof apps, number[]> = { bare: [], cutover: [] };
  for (let round = -1; round < rounds; round++) {
    const inTurn = ['bare', 'cutover'] as const;
    for (const name of round % 2 === 0 ? inTurn : inTurn.toReversed()) {
      const took = await startUp(program, apps[name]);
      // The first round finds nothing in the caches of the disk.
      if (round >= 0) times[name].push(took);
    }
  }
  return times;
}

async function sizeTable(): Promise<Table> {
  const page = join(projectFolder, 'out/renderer');
  const start = await readFile(join(page, 'index.html'), 'utf8');
  const names = (await readdir(join(page, 'assets'))).toSorted();
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join(page, 'assets', name)) })),
  );
  const first = names.filter((name) => start.includes(name)).length;
  return {
    title: 'What the page consists of',
    columns: ['', 'kB', 'kB gzipped'],
    rows: files.map(({ name, bytes }) => [
      name,
      (bytes.length / 1000).toFixed(0),
      (gzipSync(bytes).length / 1000).toFixed(0),
    ]),
    notes: [`The first page needs ${first} of these files; the rest is loaded behind it.`],
  };
}
