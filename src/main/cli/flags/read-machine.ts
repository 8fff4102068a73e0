import type { Inventory } from '../../../shared/domain/inventory.ts';
import { message } from '../../../shared/domain/message.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { scope } from '../../catalog/scope.ts';
import type { DeepScan, InventoryProgress, Machine } from '../../machine/machine.ts';
import { readExecutables } from '../../machine/open-machine.ts';
import { got, not, type Got } from '../results/command-end.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** The whole inventory of a machine, what a deep scan finds too where one is asked for. */
export async function readMachine(
  machine: Machine,
  terminal: Terminal,
  words: Translator,
  deep?: DeepScan,
): Promise<Got<Inventory>> {
  return await untilInterrupted(terminal, (signal) => {
    const onProgress = (progress: InventoryProgress) => tell(terminal, words, progress);
    return machine.inventory({ scope, signal, onProgress, deep });
  });
}

/** The programs of the vendor below these folders of this computer. */
export async function readFolders(
  folders: readonly string[],
  terminal: Terminal,
  words: Translator,
): Promise<Got<Inventory['executables']>> {
  const onCount = (files: number) =>
    tell(terminal, words, { reading: ['executables'], done: 0, total: 1, files });
  return await untilInterrupted(terminal, (signal) =>
    readExecutables({ folders, makers: scope.makers, signal, onCount }),
  );
}

/** Ctrl-C ends the reading and the command. */
async function untilInterrupted<T>(
  terminal: Terminal,
  read: (signal: AbortSignal) => Promise<T>,
): Promise<Got<T>> {
  const stop = new AbortController();
  const stopListening = terminal.onInterrupt(() => stop.abort());
  try {
    return got(await read(stop.signal));
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return not('cancelled', message('terminal.readingStopped'));
  } finally {
    stopListening();
  }
}

function tell(
  terminal: Terminal,
  { t }: Translator,
  { reading: [latest], done, total, files }: InventoryProgress,
): void {
  if (latest === undefined) return;
  const section = t(`section.${latest}`);
  const how = { section, done: done + 1, total };
  terminal.status(
    files === undefined ? t('scan.reading', how) : t('terminal.readingFiles', { ...how, files }),
  );
}
