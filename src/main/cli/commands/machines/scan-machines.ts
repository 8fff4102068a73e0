import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '../../../../shared/domain/message.ts';
import type { Translator } from '../../../../shared/words/translator.ts';
import { ended, type CommandEnd } from '../../results/command-end.ts';
import { tellFile, type Count, type Told, type Telling } from './tell-file.ts';

/** Whether a path names a folder, or a log in which each line names the machine that it is about. */
export async function tellsOfSeveral(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
      return buffer.toString('latin1', 0, bytesRead).includes('"hostIdentifier"');
    } finally {
      await file.close();
    }
  } catch {
    // Whoever reads it says what is wrong with it.
    return false;
  }
}

/** As much of a log as holds its first line's name. */
const headBytes = 64 * 1024;

/**
 * A line for every machine of which a file in the folder tells, in the order of the files' names, so that thousands take no more
 * memory than a few. `program` starts this program anew: files of a large folder are then read on every processor.
 */
export async function* scanMachines(
  telling: Telling,
  words: Translator,
  program: readonly string[] | null,
): AsyncGenerator<string, CommandEnd> {
  const seen: Record<Count, number> = { found: 0, without: 0, unknown: 0, unread: 0 };
  for await (const { count, line } of toldOf(telling, words, program)) {
    seen[count] += 1;
    yield line;
  }
  return summary(telling.from, seen);
}

async function* toldOf(
  telling: Telling,
  words: Translator,
  program: readonly string[] | null,
): AsyncGenerator<Told> {
  const files = filesAt(telling.from);
  const first = await next(files, worthReaders);
  const all = async function* () {
    yield* first;
    yield* files;
  };
  if (program !== null && first.length === worthReaders) {
    const { tellInReaders } = await import('./readers.ts');
    yield* tellInReaders(all(), { telling, words, program });
  } else for await (const file of all()) yield* tellFile(file, telling, words);
}

/** Files. To start programs that read fewer takes longer than to read them. */
const worthReaders = 32;

async function next<T>(items: AsyncGenerator<T>, count: number): Promise<readonly T[]> {
  const taken: T[] = [];
  while (taken.length < count) {
    const item = await items.next();
    if (item.done === true) break;
    taken.push(item.value);
  }
  return taken;
}

/** By their names, so that two scans of a folder read alike. What a link points at is not looked at. */
async function* filesAt(path: string): AsyncGenerator<string> {
  if (!(await stat(path)).isDirectory()) {
    yield path;
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of sorted) {
    if (entry.isDirectory()) yield* filesAt(join(path, entry.name));
    else if (entry.isFile()) yield join(path, entry.name);
  }
}

function summary(folder: string, seen: Readonly<Record<Count, number>>): CommandEnd {
  const { unread, ...read } = seen;
  const count = read.found + read.without + read.unknown;
  if (count + unread === 0)
    return ended('unreadableInput', message('terminal.machines.emptyFolder', { folder }));
  const said = message('terminal.machines.all', { count, ...read });
  return unread === 0
    ? { exit: 'success', says: [said] }
    : {
        exit: 'unreadableInput',
        says: [said, message('terminal.machines.unread', { count: unread })],
      };
}
