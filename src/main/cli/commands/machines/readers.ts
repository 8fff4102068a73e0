import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import type { Translator } from '../../../../shared/words/translator.ts';
import { asLine, readerArgument, type ReaderOrder } from './reader.ts';
import { tellFile, type Told, type Telling } from './tell-file.ts';

interface Reading {
  readonly telling: Telling;
  readonly words: Translator;
  /** What starts this program anew. */
  readonly program: readonly string[];
}

/** The same as {@link tellFile} of one file after the other, by as many processes as there are processors. */
export async function* tellInReaders(
  files: AsyncIterable<string>,
  reading: Reading,
): AsyncGenerator<Told> {
  const readers = Array.from({ length: availableParallelism() }, () => startReader(reading));
  const begun: Promise<readonly Told[]>[] = [];
  try {
    for await (const file of files) {
      begun.push(tellByFirstFree(readers, file, reading));
      if (begun.length === readers.length * ahead) yield* (await begun.shift()) ?? [];
    }
    for (const told of begun) yield* await told;
  } finally {
    await Promise.all(readers.map(async (reader) => await reader.end()));
  }
}

/** Files for each reader that are begun before what comes first is told: none is idle while another reads a large one. */
const ahead = 8;

async function tellByFirstFree(
  readers: readonly Reader[],
  file: string,
  { telling, words }: Reading,
): Promise<readonly Told[]> {
  const [free] = readers.toSorted((a, b) => a.waiting() - b.waiting());
  // Where a reader ended, whatever ended it is this program's own affair again.
  return (await free?.read(file)) ?? (await Array.fromAsync(tellFile(file, telling, words)));
}

/** A process of this program that reads one file after the other. */
interface Reader {
  /** How many files it has yet to tell of. */
  readonly waiting: () => number;
  /** What is told of a file; null where the process ended before that. */
  readonly read: (file: string) => Promise<readonly Told[] | null>;
  readonly end: () => Promise<void>;
}

function startReader({ telling, words, program }: Reading): Reader {
  const [file = '', ...args] = program;
  const order: ReaderOrder = { ...telling, language: words.language };
  const started = spawn(file, [...args, readerArgument, JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  const asked: ((told: readonly Told[] | null) => void)[] = [];
  let hasEnded = false;
  const end = Promise.withResolvers<void>();
  createInterface({ input: started.stdout }).on('line', (line) =>
    asked.shift()?.(JSON.parse(line) as readonly Told[]),
  );
  // Writing to what has ended.
  started.stdin.on('error', () => {});
  const onEnd = () => {
    hasEnded = true;
    for (const tell of asked.splice(0)) tell(null);
    end.resolve();
  };
  started.once('close', onEnd).once('error', onEnd);
  return {
    waiting: () => (hasEnded ? Infinity : asked.length),
    read: async (path) =>
      await new Promise((resolve) => {
        if (hasEnded) return resolve(null);
        asked.push(resolve);
        started.stdin.write(asLine(path));
      }),
    end: async () => {
      started.stdin.end();
      await end.promise;
    },
  };
}
