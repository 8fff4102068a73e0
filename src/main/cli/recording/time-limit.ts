import { delegateTo } from '../terminal/delegate-to.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** A terminal whose person interrupts, as by Ctrl-C, when the time for the whole command is over. */
export interface LimitedTerminal {
  readonly terminal: Terminal;
  /** Whether it came to that. */
  readonly isOver: () => boolean;
  readonly stop: () => void;
}

/** `limitMs` milliseconds from now on, by a clock that nobody can set. */
export function limitedTerminal(terminal: Terminal, limitMs: number): LimitedTerminal {
  const listeners = new Set<() => void>();
  let over = false;
  const timer = setTimeout(() => {
    over = true;
    for (const listener of listeners) listener();
  }, limitMs);
  return {
    terminal: delegateTo(terminal, {
      onInterrupt(listener) {
        listeners.add(listener);
        const stop = terminal.onInterrupt(listener);
        // What begins when the time is over is interrupted at once.
        if (over) listener();
        return () => {
          listeners.delete(listener);
          stop();
        };
      },
    }),
    isOver: () => over,
    stop: () => clearTimeout(timer),
  };
}
