import type { Terminal } from './terminal.ts';

/** A terminal on which nothing is shown and nobody is asked: for commands whose answer is one document. */
export function silentTerminal(terminal: Terminal): Terminal {
  return {
    interactive: false,
    colours: false,
    columns: terminal.columns,
    out: () => {},
    err: () => {},
    status: () => {},
    ask: async () => await Promise.resolve(null),
    askSecret: async () => await Promise.resolve(null),
    readAll: async () => await terminal.readAll(),
    onInterrupt: (listener) => terminal.onInterrupt(listener),
  };
}
