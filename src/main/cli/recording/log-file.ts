import { closeSync, fstatSync, lstatSync, openSync } from 'node:fs';
import { appendWhole } from '../../disk/append-whole.ts';
import { eventLines } from './event-lines.ts';
import type { LogFormat } from '../flags/recording-options.ts';
import type { Recorder, Severity } from './recorder.ts';

/** One line of a log for people. */
interface Entry {
  readonly time: Date;
  readonly text: string;
  readonly severity: Severity;
}

type Line = (entry: Entry) => string;

const textLine: Line = ({ time, text, severity }) =>
  `${time.toISOString()} ${severity === 'error' ? '! ' : ''}${text}`;

/** Source: Microsoft, Configuration Manager documentation, "About log files"; the bias is minutes from here to UTC. */
const cmtraceLine: Line = ({ time, text, severity }) => {
  const two = (value: number) => String(value).padStart(2, '0');
  const bias = time.getTimezoneOffset();
  const zone = `${bias < 0 ? '-' : '+'}${String(Math.abs(bias)).padStart(3, '0')}`;
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
  const ms = String(time.getMilliseconds()).padStart(3, '0');
  const date = `${two(time.getMonth() + 1)}-${two(time.getDate())}-${time.getFullYear()}`;
  const type = severity === 'error' ? 3 : 1;
  // What would end the message early stands apart.
  const said = text.replaceAll(']LOG]', '] LOG]');
  return `<![LOG[${said}]LOG]!><time="${clock}.${ms}${zone}" date="${date}" component="Cutover" context="" type="${type}" thread="${process.pid}" file="">`;
};

/**
 * A log that others may go on with: what is in the file stays. Only a file is written to, never what a link points at,
 * because whoever may write in its folder could let it point at a file of the system.
 *
 * @throws Error of the file system, when it cannot be opened.
 */
export function logFile(path: string, format: LogFormat, now: () => Date): Recorder {
  const file = openForAppending(path);
  let end: number | null = fstatSync(file).size;
  const write = (line: string) => {
    // A disk that is full ends the log and nothing else: the run keeps its own record.
    try {
      if (end !== null) end = appendWhole(file, end, `${line}\n`);
    } catch {
      end = null;
    }
  };
  const recorder = format === 'jsonl' ? eventLines(write, now) : lines(write, format, now);
  return {
    ...recorder,
    ended(result) {
      recorder.ended(result);
      closeSync(file);
      end = null;
    },
  };
}

function lines(
  write: (line: string) => void,
  format: Exclude<LogFormat, 'jsonl'>,
  now: () => Date,
): Recorder {
  const line = format === 'text' ? textLine : cmtraceLine;
  const told = (text: string, severity: Severity) => {
    for (const each of text.split('\n')) {
      if (each.trim() !== '') write(line({ time: now(), text: each.trimEnd(), severity }));
    }
  };
  return {
    told,
    happened: () => {},
    ended({ msg, name, rc, failed }) {
      told(`${msg} (${name}, ${rc})`, failed ? 'error' : 'information');
    },
  };
}

/** Not by the flag for appending: Windows lets nobody shorten such a file, and a line that was cut off has to go again. */
function openForAppending(path: string): number {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there === undefined) return openSync(path, 'wx');
  if (!there.isFile() || there.nlink > 1)
    throw new Error(`EINVAL: not a file of its own, '${path}'`);
  return openSync(path, 'r+');
}
