import { delegateTo } from './delegate-to.ts';
import type { Terminal } from './terminal.ts';

/** A terminal on which nothing is shown and nobody is asked: for commands whose answer is one document. */
export function silentTerminal(terminal: Terminal): Terminal {
  return delegateTo(terminal, {
    interactive: false,
    colours: false,
    // Nothing is broken into lines that nobody sees.
    columns: Infinity,
    out: () => {},
    err: () => {},
    status: () => {},
    ask: async () => await Promise.resolve(null),
    askSecret: async () => await Promise.resolve(null),
  });
}
