import type { Inventory } from '../../../shared/domain/inventory.ts';
import { english } from '../../../shared/words/english.ts';
import { scope } from '../../catalog/scope.ts';
import type { InventoryProgress, Machine } from '../../machine/machine.ts';
import { got, not, type Got } from '../results/command-end.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface Reading {
  readonly terminal: Terminal;
  /** Whether the terminal shows what is being read. */
  readonly isTold: boolean;
}

/** The whole inventory of a machine; Ctrl-C ends the reading and the command. */
export async function readMachine(
  machine: Machine,
  { terminal, isTold }: Reading,
): Promise<Got<Inventory>> {
  const stop = new AbortController();
  const stopListening = terminal.onInterrupt(() => stop.abort());
  try {
    return got(
      await machine.inventory({
        scope,
        signal: stop.signal,
        onProgress: (progress) => {
          if (isTold) tell(terminal, progress);
        },
      }),
    );
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return not('cancelled', english.t('scan.stopped'));
  } finally {
    stopListening();
  }
}

function tell(terminal: Terminal, { reading: [latest], done, total }: InventoryProgress): void {
  if (latest === undefined) return;
  const section = english.t(`section.${latest}`);
  terminal.status(english.t('scan.reading', { section, done: done + 1, total }));
}
