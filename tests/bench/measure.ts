/** Runs on Linux and on the Windows of the lab alike. */

/** Median of some repeats with its spread. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

export type Way = () => unknown;

/** Milliseconds of every round, by name of the way. */
export type Times = Readonly<Record<string, readonly number[]>>;

export interface TimingOptions {
  readonly rounds: number;
  /** Rounds before those that count. */
  readonly warmUp: number;
  /** Milliseconds; the wall clock unless told. */
  readonly clock?: () => number;
}

/**
 * Times several ways side by side: every round runs each of them once, every other round backwards, so that the
 * load of the computer and the order hit all alike. Garbage is collected between two ways where `--expose-gc`
 * allows it, so that nobody pays for another's.
 */
export async function timeSideBySide(
  ways: Readonly<Record<string, Way>>,
  { rounds, warmUp, clock = () => performance.now() }: TimingOptions,
): Promise<Times> {
  const names = Object.keys(ways);
  const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      globalThis.gc?.();
      const start = clock();
      await ways[name]?.();
      const took = clock() - start;
      if (round >= 0) times[name]?.push(took);
    }
  }
  return times;
}

/** Milliseconds that this process has spent on processors, all threads together; other programs cost nothing. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const half = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(half)) + at(Math.ceil(half))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
    runs: sorted.length,
  };
}

/** How many times as long one way took as another, round by round. */
export function ratioOf(way: readonly number[] = [], base: readonly number[] = []): Spread {
  return spreadOf(way.map((time, round) => time / (base[round] ?? Number.NaN)));
}
