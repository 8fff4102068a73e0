import type { Message } from '../../../../shared/domain/message.ts';
import type { ActionEvent } from '../../machine.ts';

/** Passes events on, and gives a sign of life of its own when nothing has come for a while. */
export interface Heartbeat {
  /** Names what is being waited for from now on, and says so at once. */
  waiting(waitingFor: Message): void;
  progress(fraction: number | null, text: string | null): void;
  stop(): void;
}

/** `everyMs` is the longest silence in milliseconds. */
export function startHeartbeat(
  onEvent: (event: ActionEvent) => void,
  firstWaitingFor: Message,
  everyMs: number,
): Heartbeat {
  const startedAt = performance.now();
  let waitingFor = firstWaitingFor;
  const beat = () => {
    const elapsedMs = Math.round(performance.now() - startedAt);
    onEvent({ kind: 'waiting', waitingFor, elapsedMs });
  };
  const timer = setInterval(beat, everyMs);
  return {
    waiting(next) {
      waitingFor = next;
      timer.refresh();
      beat();
    },
    progress(fraction, text) {
      waitingFor = firstWaitingFor;
      timer.refresh();
      onEvent({ kind: 'progress', fraction, text });
    },
    stop: () => clearInterval(timer),
  };
}
