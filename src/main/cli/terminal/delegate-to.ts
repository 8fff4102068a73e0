import type { Terminal } from './terminal.ts';

/** The same terminal but for a part of it. */
export function delegateTo(terminal: Terminal, changed: Partial<Terminal>): Terminal {
  return {
    interactive: terminal.interactive,
    colours: terminal.colours,
    get columns() {
      return terminal.columns;
    },
    out: (text) => terminal.out(text),
    err: (text) => terminal.err(text),
    status: (text) => terminal.status(text),
    event: (event) => terminal.event(event),
    ask: async (question) => await terminal.ask(question),
    askSecret: async (question) => await terminal.askSecret(question),
    readAll: async () => await terminal.readAll(),
    onInterrupt: (listener) => terminal.onInterrupt(listener),
    ...changed,
  };
}
