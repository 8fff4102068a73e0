import { jsonLine } from '../../report/json-text.ts';
import type { Recorder } from './recorder.ts';

/**
 * What happens in a run, one JSON object on each line as soon as it happens, and on the last line the document with which
 * the command ends. What is told to people is not among it.
 */
export function eventLines(write: (line: string) => void, now: () => Date): Recorder {
  let sequence = 0;
  return {
    told: () => {},
    happened(event) {
      sequence += 1;
      const time = now().toISOString();
      write(jsonLine({ format: 'cutover-event/1', sequence, time, ...event }));
    },
    ended: (result) => write(jsonLine(result)),
  };
}
