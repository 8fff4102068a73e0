import type { Inventory } from '../../../shared/domain/inventory.ts';
import { message } from '../../../shared/domain/message.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { scope } from '../../catalog/scope.ts';
import type { InventoryProgress, Machine } from '../../machine/machine.ts';
import { got, not, type Got } from '../results/command-end.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** The whole inventory of a machine; Ctrl-C ends the reading and the command. */
export async function readMachine(
  machine: Machine,
  terminal: Terminal,
  words: Translator,
): Promise<Got<Inventory>> {
  const stop = new AbortController();
  const stopListening = terminal.onInterrupt(() => stop.abort());
  try {
    return got(
      await machine.inventory({
        scope,
        signal: stop.signal,
        onProgress: (progress) => tell(terminal, words, progress),
      }),
    );
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return not('cancelled', message('scan.stopped'));
  } finally {
    stopListening();
  }
}

function tell(
  terminal: Terminal,
  { t }: Translator,
  { reading: [latest], done, total }: InventoryProgress,
): void {
  if (latest === undefined) return;
  const section = t(`section.${latest}`);
  terminal.status(t('scan.reading', { section, done: done + 1, total }));
}
