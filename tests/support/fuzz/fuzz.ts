import { altered, Dice } from './altered.ts';
import { readers } from './readers.ts';

export interface FuzzOptions {
  readonly seed: number;
  /** Inputs for all readers together, at least; each gets its share, rounded up. */
  readonly total: number;
  /** For what readers read from a file. */
  readonly folder: string;
  /** Only this one. */
  readonly only?: string | undefined;
}

/** What came of one reader; `faults` are told by the number of the input, which makes it again. */
export interface Fuzzed {
  readonly reader: string;
  readonly inputs: number;
  readonly slowestMs: number;
  readonly slowest: number;
  readonly faults: readonly string[];
}

/** Gives every reader inputs that were whole files and are damaged, and tells at which it threw. */
export async function* fuzz({ seed, total, folder, only }: FuzzOptions): AsyncGenerator<Fuzzed> {
  const every = Object.entries(readers(folder)).filter(([name]) => (only ?? name) === name);
  const shares = every.reduce((sum, [, { share }]) => sum + share, 0);
  for (const [reader, { samples, read, share }] of every) {
    const inputs = Math.ceil((total * share) / shares);
    const faults = new Map<string, string>();
    let slowest = { ms: 0, input: 0 };
    for (let input = 0; input < inputs; input++) {
      const dice = new Dice(seed * 7919 + input * 104_729 + reader.length);
      const bytes = altered(dice.of(samples), dice);
      const begun = performance.now();
      try {
        await read(bytes);
      } catch (error) {
        const { stack = String(error) } = error as Error;
        const place = stack.split('\n').slice(0, 2).join(' ');
        faults.set(place, faults.get(place) ?? `${reader} ${input}: ${place}`);
      }
      const ms = performance.now() - begun;
      if (ms > slowest.ms) slowest = { ms, input };
    }
    yield {
      reader,
      inputs,
      slowestMs: slowest.ms,
      slowest: slowest.input,
      faults: [...faults.values()],
    };
  }
}
