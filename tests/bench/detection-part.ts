import { detect } from '../../src/main/engine/detect/detect.ts';
import type { Inventory } from '../../src/shared/domain/inventory.ts';
import { fullInventory, oneComputer } from './full-inventory.ts';
import { processorTime, ratioOf, spreadOf, timeSideBySide } from './measure.ts';
import { naiveDetect } from './naive-detect.ts';
import { asRatio, type Claim, type Part, withSpread } from './table.ts';

const sizes = [1, 2, 4, 8] as const;
const rounds = 11;
/** Repeats in one measurement of the smallest size; larger ones do fewer, so that all take alike. */
const repeats = { detect: 64, naive: 16 } as const;

/** Throughput of detection and how it grows, beside trying every pattern on every item. */
export async function detectionPart(): Promise<Part> {
  const inventories = new Map(sizes.map((size) => [size, loaded(fullInventory(size))]));
  const ways = Object.fromEntries(
    [...inventories].flatMap(([size, inventory]) => [
      [`detect ${size}`, () => repeat(repeats.detect / size, () => detect(inventory))],
      [`naive ${size}`, () => repeat(repeats.naive / size, () => naiveDetect(inventory))],
    ]),
  );
  const busy = await timeSideBySide(ways, { rounds, warmUp: 3, clock: processorTime });
  const times = Object.fromEntries(
    sizes.flatMap((size) =>
      (['detect', 'naive'] as const).map((kind) => {
        const each = (busy[`${kind} ${size}`] ?? []).map((ms) => (ms * size) / repeats[kind]);
        return [`${kind} ${size}`, each];
      }),
    ),
  );
  const wall = await wallClock(inventories.get(1));
  return {
    tables: [
      {
        title: `Detection over an inventory in memory: ${oneComputer.programs} programs, ${oneComputer.services} services, ${oneComputer.vendorKeys} vendor keys, ${oneComputer.folderEntries} files, and multiples`,
        columns: [
          'size',
          'ms on one core',
          'a second',
          'times half the size',
          'every pattern, ms',
          'ratio',
        ],
        rows: sizes.map((size) => row(size, times)),
        notes: [
          `Medians of ${rounds} rounds side by side (smallest–largest), in processor time of all threads, because other`,
          `programs share the computer. By the wall clock in this run: ${wall.toFixed(0)} a second at × 1.`,
        ],
      },
    ],
    claims: claimsOf(times),
    skipped: [],
    data: { times, wallPerSecond: wall },
  };
}

type Milliseconds = Readonly<Record<string, readonly number[]>>;

/** As it comes out of a file: plain strings, no shared parts. */
function loaded(inventory: Inventory): Inventory {
  return JSON.parse(JSON.stringify(inventory)) as Inventory;
}

function repeat(count: number, work: () => unknown): void {
  for (let index = 0; index < count; index++) work();
}

async function wallClock(inventory: Inventory | undefined): Promise<number> {
  if (inventory === undefined) return Number.NaN;
  const run = () => repeat(repeats.detect, () => detect(inventory));
  const { detection = [] } = await timeSideBySide({ detection: run }, { rounds, warmUp: 1 });
  return (repeats.detect * 1000) / spreadOf(detection).median;
}

function row(size: number, times: Milliseconds): string[] {
  const own = times[`detect ${size}`] ?? [];
  const naive = times[`naive ${size}`] ?? [];
  return [
    `× ${size}`,
    withSpread(spreadOf(own), 2),
    (1000 / spreadOf(own).median).toFixed(0),
    size === 1 ? '' : asRatio(ratioOf(own, times[`detect ${size / 2}`])),
    withSpread(spreadOf(naive), 1),
    asRatio(ratioOf(naive, own)),
  ];
}

function claimsOf(times: Milliseconds): Claim[] {
  const perSecond = 1000 / spreadOf(times['detect 1'] ?? []).median;
  const growth = ratioOf(times['detect 8'], times['detect 1']).median;
  return [
    {
      says: `at least 1,000 inventories a second on one core: ${perSecond.toFixed(0)}`,
      met: perSecond >= 1000,
    },
    {
      says: `grows linearly: eight times the inventory takes ${growth.toFixed(2)} times as long (at most 8.8)`,
      met: growth <= 8.8,
    },
  ];
}
