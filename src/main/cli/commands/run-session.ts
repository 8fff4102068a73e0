import type { RunEnd } from '../../engine/run/run.ts';
import {
  runSession as runShared,
  type Session as SharedSession,
} from '../../session/run-session.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface Session extends Omit<SharedSession, 'signal'> {
  readonly terminal: Terminal;
}

/** Runs to the end, or until the person breaks off: the first Ctrl-C ends the run where that is safe. */
export async function runSession({ terminal, ...session }: Session): Promise<RunEnd> {
  const cancel = new AbortController();
  const stopListening = terminal.onInterrupt(() => {
    if (!cancel.signal.aborted) terminal.err(session.words.t('page.remove.cancelling'));
    cancel.abort();
  });
  try {
    return await runShared({
      ...session,
      signal: cancel.signal,
      onEvent(event) {
        terminal.event(event);
        session.onEvent(event);
      },
    });
  } finally {
    stopListening();
  }
}
