import { CommanderError } from 'commander';
import { exitCodeFor } from '../../shared/domain/run/exit-codes.ts';
import { message } from '../../shared/domain/message.ts';
import { loadTranslator } from '../../shared/words/load-translator.ts';
import type { Translator } from '../../shared/words/translator.ts';
import { CannotWrite } from '../disk/cannot-write.ts';
import { thisPlatform } from '../machine/open-machine.ts';
import { changingCommands } from '../policy/policy-flags.ts';
import { effectiveArguments, type Effective } from './effective-arguments.ts';
import { commandAt } from './flags/command-at.ts';
import { runtimeMs } from './flags/recording-options.ts';
import { valueOf } from './flags/value-of.ts';
import { asksForJson, languageOf } from './language.ts';
import { commandLine } from './program.ts';
import type { Recording } from './recording/recording.ts';
import type { LimitedTerminal } from './recording/time-limit.ts';
import { answered, ended, got, type CommandEnd, type Got } from './results/command-end.ts';
import { wordsOf } from './terminal/said.ts';
import { silentTerminal } from './terminal/silent-terminal.ts';
import type { Terminal } from './terminal/terminal.ts';
import { wrongArguments } from './wrong-arguments.ts';

/**
 * The command line. Runs one command and returns the exit code of the process; every expected failure was
 * told by then in a sentence, or, with `--json`, in one JSON document.
 */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal,
  own: OwnProgram = ofOthers,
): Promise<number> {
  const typedWords = await loadTranslator(await languageOf(argv));
  const refuse = async (end: CommandEnd) =>
    await tell(
      { command: null, end },
      { argv, json: asksForJson(argv), terminal, words: typedWords, recording: none },
    );
  const path = await own.unsafePlace();
  if (path !== null)
    return await refuse(ended('unsafePlace', message('program.unsafePlace', { path })));
  const effective = await effectiveArguments(argv, terminal, typedWords);
  return effective.ok
    ? await runGoverned(effective.value, terminal, own)
    : await refuse(effective.end);
}

/** The program that the command line is part of. */
export interface OwnProgram {
  /** What others could change of it although it has administrator rights; then no command is run. */
  readonly unsafePlace: () => Promise<string | null>;
  /** What starts it anew; null where it cannot be. */
  readonly start: readonly string[] | null;
}

const ofOthers: OwnProgram = {
  unsafePlace: async () => await Promise.resolve(null),
  start: null,
};

/** Runs a command by the arguments that count. */
async function runGoverned(
  effective: Effective,
  terminal: Terminal,
  { start }: OwnProgram,
): Promise<number> {
  const { argv, forbidden, ignored } = effective;
  const words = await loadTranslator(await languageOf(argv));
  const json = asksForJson(argv);
  const opened = await recordingFor(argv, terminal);
  const recording = opened.ok ? opened.value : none;
  const telling = { argv, json, terminal, words, recording };
  if (!opened.ok) return await tell({ command: null, end: opened.end }, telling);
  if (ignored !== null && !json) terminal.err(words.render(ignored));
  if (forbidden !== null && !isContinuation(argv))
    return await tell({ command: null, end: ended('forbidden', forbidden) }, telling);
  const limited = await withinTime(
    argv,
    recording.heardBy(json ? silentTerminal(terminal) : terminal),
  );
  const { command, end } = await runCommand(effective, limited.terminal, words, start);
  limited.stop();
  return await tell({ command, end: limited.isOver() ? lateEnd(end) : end }, telling);
}

/** What Windows starts by itself has a trace to take away, also where it may do nothing else. */
function isContinuation(argv: readonly string[]): boolean {
  return argv[commandAt(argv)] === 'resume' && argv.includes('--after-restart');
}

const none: Recording = { heardBy: (terminal) => terminal, ended: () => {} };

/** Most commands are neither recorded nor limited, and load nothing for it. */
async function recordingFor(argv: readonly string[], terminal: Terminal): Promise<Got<Recording>> {
  if (!argv.includes('--events') && valueOf(argv, '--log') === undefined) return got(none);
  const { openRecording } = await import('./recording/recording.ts');
  return openRecording(argv, terminal);
}

async function withinTime(argv: readonly string[], terminal: Terminal): Promise<LimitedTerminal> {
  const minutes = valueOf(argv, '--max-runtime');
  const limitMs = minutes === undefined ? null : runtimeMs(minutes);
  if (limitMs === null) return { terminal, isOver: () => false, stop: () => {} };
  const { limitedTerminal } = await import('./recording/time-limit.ts');
  return limitedTerminal(terminal, limitMs);
}

/** What was interrupted by the clock and not by a person says so; what came to its end nevertheless is what it is. */
function lateEnd(end: CommandEnd): CommandEnd {
  if (end.exit !== 'cancelled') return end;
  return { ...end, exit: 'outOfTime', says: [message('terminal.end.outOfTime')] };
}

interface Telling {
  readonly argv: readonly string[];
  readonly json: boolean;
  readonly terminal: Terminal;
  readonly words: Translator;
  readonly recording: Recording;
}

/** Tells how a command ended, and returns the code of the process. */
async function tell({ command, end }: Ended, telling: Telling): Promise<number> {
  const { argv, json, terminal, words, recording } = telling;
  if (end.machines !== undefined) return await tellMachines(end.machines, telling);
  const rc = codeOf(end);
  if (json || recording !== none) {
    const { resultOf, resultText } = await import('./results/result-text.ts');
    recording.ended(resultOf(end, { command, rc }));
    // The last of the lines of events is this document.
    if (json && !argv.includes('--events')) terminal.out(resultText(end, { command, rc }));
  }
  if (!json && end.says !== undefined) {
    terminal.err(end.says.map((said) => wordsOf(said, words)).join('\n'));
  }
  return rc;
}

function codeOf({ code, exit }: CommandEnd): number {
  return code ?? exitCodeFor(exit, thisPlatform);
}

/** A line for each machine as soon as it is known, and at the end, for people, what they come to. */
async function tellMachines(
  machines: AsyncGenerator<string, CommandEnd>,
  { json, terminal, words }: Telling,
): Promise<number> {
  for (;;) {
    const next = await machines.next();
    if (next.done === true) {
      const { says = [] } = next.value;
      if (!json) terminal.out(says.map((said) => wordsOf(said, words)).join('\n'));
      return codeOf(next.value);
    }
    terminal.out(next.value);
  }
}

interface Ended {
  /** Null where the arguments name none. */
  readonly command: string | null;
  readonly end: CommandEnd;
}

async function runCommand(
  { argv, policy, forbidden }: Effective,
  terminal: Terminal,
  words: Translator,
  start: OwnProgram['start'],
): Promise<Ended> {
  let command: string | null = null;
  const help: string[] = [];
  let end: CommandEnd = { exit: 'success' };
  const program = commandLine(terminal, words, {
    command: argv[commandAt(argv)] ?? null,
    onCommand: (name) => (command = name),
    onHelp: (text) => help.push(text),
    onEnd: (commandEnd) => (end = commandEnd),
    policy,
    forbidden,
    start,
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return { command, end };
  } catch (error) {
    if (error instanceof CommanderError)
      return { command, end: fromCommander(error, command, help.join('\n')) };
    return { command, end: brokenOff(error, command) };
  }
}

function fromCommander(error: CommanderError, command: string | null, help: string): CommandEnd {
  if (error.exitCode === 0) return answered({ msg: help });
  const what = wrongArguments(error);
  const advice =
    command === null
      ? message('terminal.wrong.seeHelp', { what })
      : message('terminal.wrong.seeCommandHelp', { what, command });
  return ended('badArguments', advice);
}

/** Where a run was broken off, nobody knows what it has changed. */
function brokenOff(error: unknown, command: string | null): CommandEnd {
  const answer = { changed: changingCommands.some((each) => each === command) };
  if (error instanceof CannotWrite) return { ...ended('cannotWrite', error.said), answer };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...ended('defect', message('terminal.end.defect', { detail })), answer };
}
