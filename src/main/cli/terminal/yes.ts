import type { Terminal } from './terminal.ts';

/** Asks a question that only a plain yes answers. */
export async function yes(terminal: Terminal, question: string): Promise<boolean> {
  const answer = await terminal.ask(`${question} [y/N] `);
  return /^y(es)?$/i.test(answer?.trim() ?? '');
}
