import { message } from '../../../shared/domain/message.ts';
import type { Result } from '../../../shared/domain/run/result.ts';
import { valueOf } from '../flags/value-of.ts';
import { got, not, type Got } from '../results/command-end.ts';
import { delegateTo } from '../terminal/delegate-to.ts';
import { printable } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { eventLines } from './event-lines.ts';
import { logFile } from './log-file.ts';
import { logFormats, type LogFormat } from '../flags/recording-options.ts';
import type { Recorder, Severity } from './recorder.ts';

/** What of a command is kept beside the terminal. */
export interface Recording {
  /** The terminal that the command is to be given in place of this one. */
  heardBy(terminal: Terminal): Terminal;
  ended(result: Result): void;
}

/**
 * By the flags `--events` and `--log`, which are looked for before the arguments are parsed: what is wrong with them stands
 * in the log too. A log that cannot be written ends the command before it began.
 */
export function openRecording(argv: readonly string[], terminal: Terminal): Got<Recording> {
  const recorders: Recorder[] = [];
  if (argv.includes('--events')) recorders.push(eventLines((line) => terminal.out(line), now));
  const path = valueOf(argv, '--log');
  if (path !== undefined) {
    try {
      recorders.push(logFile(path, formatIn(argv), now));
    } catch (error) {
      const { message: detail } = error as Error;
      return not('cannotWrite', message('terminal.end.logNotOpened', { path, detail }));
    }
  }
  return got({
    heardBy: (shown) => heard(shown, recorders),
    ended: (result) => recorders.forEach((recorder) => recorder.ended(result)),
  });
}

const now = () => new Date();

/** One that there is not is refused when the arguments are parsed. */
function formatIn(argv: readonly string[]): LogFormat {
  const named = valueOf(argv, '--log-format');
  return logFormats.find((format) => format === named) ?? 'text';
}

function heard(terminal: Terminal, recorders: readonly Recorder[]): Terminal {
  const tell = (text: string, severity: Severity) => {
    const plain = printable(text.replaceAll(styles, ''), false);
    for (const recorder of recorders) recorder.told(plain, severity);
  };
  return delegateTo(terminal, {
    out(text) {
      tell(text, 'information');
      terminal.out(text);
    },
    err(text) {
      tell(text, 'error');
      terminal.err(text);
    },
    event(event) {
      for (const recorder of recorders) recorder.happened(event);
    },
  });
}

/** Bold and colours of our own. */
// oxlint-disable-next-line no-control-regex -- It is the control character that begins a style.
const styles = /\u001B\[\d+m/g;
