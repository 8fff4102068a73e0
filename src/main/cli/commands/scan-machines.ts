import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { message } from '../../../shared/domain/message.ts';
import { defaultChoice } from '../../../shared/domain/plan/plan.ts';
import { stateSentences } from '../../../shared/words/state-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { scope } from '../../catalog/scope.ts';
import { readInventories } from '../../machine/sources/file/read-inventory-file.ts';
import { answerAbout, type Answer } from '../../session/decisions.ts';
import { cutoverVersion } from '../../session/cutover-version.ts';
import { notRead } from '../flags/source.ts';
import { answered, ended, type CommandEnd, type MachineEnd } from '../results/command-end.ts';

/** What a machine is counted as in the summary. */
type Count = 'found' | 'without' | 'unknown' | 'unread';

/** Whatever stays, and for whatever reason, is something of Kaspersky that is there. */
function countOf({ findings, state: { verdict } }: Answer): Count {
  if (findings.length > 0 || verdict === 'danger') return 'found';
  return verdict === 'notKnown' ? 'unknown' : 'without';
}

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
 * Every machine of which a file in the folder tells, one after the other, so that thousands take no more memory than one.
 * A file that cannot be read is an end of its own and costs nothing else.
 */
export async function* scanMachines(
  path: string,
  words: Translator,
): AsyncGenerator<MachineEnd, CommandEnd> {
  const seen: Record<Count, number> = { found: 0, without: 0, unknown: 0, unread: 0 };
  for await (const file of filesAt(path)) {
    const read = await readInventories({ path: file, scope, collectedBy });
    const place = relative(path, file) || basename(file);
    if (!read.ok) {
      seen.unread += 1;
      yield { file: place, computer: null, end: notRead(place, read.problem).end };
      continue;
    }
    for (const inventory of read.value) {
      const answer = answerAbout(inventory, defaultChoice);
      const { findings, state } = answer;
      seen[countOf(answer)] += 1;
      const msg = words.sentences(stateSentences(state));
      yield { file: place, computer: nameOf(inventory), end: answered({ msg, state, findings }) };
    }
  }
  return summary(path, seen);
}

const collectedBy = `cutover ${cutoverVersion}`;

function nameOf({ machine }: Inventory): string | null {
  return machine.computerName;
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
