/** What a command line says. Nothing in it was expanded, looked up or run. */
export type ParsedCommandLine =
  | { readonly ok: true; readonly program: string; readonly args: string[] }
  | { readonly ok: false; readonly problem: CommandLineProblem };

/** A message of the catalogue; this folder knows nothing of ours, so the shape is its own. */
export type CommandLineProblem =
  | { readonly id: `commandLine.${PlainProblem}` }
  | { readonly id: 'commandLine.controlCharacter'; readonly values: { readonly code: string } };

type PlainProblem =
  | 'empty'
  | 'lineBreak'
  | 'nameWithQuote'
  | 'noProgram'
  | 'nul'
  | 'openArguments'
  | 'openProgram';

interface Split {
  readonly program: string;
  readonly rest: string;
}

/**
 * Takes a Windows command line apart. Arguments follow the rules of `CommandLineToArgvW` (Microsoft: win32
 * docs). An unquoted program may contain blanks, as uninstall strings in the registry do: it ends at the
 * first executable extension that a blank or the end follows, else at the first blank. A quotation mark
 * that is never closed is a problem here, because the text may have been cut off.
 */
export function parseCommandLine(text: string): ParsedCommandLine {
  const control = findControlCharacter(text);
  if (control !== null) return problem(control);
  const trimmed = text.replace(/^[ \t]+|[ \t]+$/g, '');
  if (trimmed === '') return problem({ id: 'commandLine.empty' });
  const split = trimmed.startsWith('"') ? splitQuoted(trimmed) : splitUnquoted(trimmed);
  if ('id' in split) return problem(split);
  const args = splitArguments(split.rest);
  if (args === null) return problem({ id: 'commandLine.openArguments' });
  return { ok: true, program: split.program, args };
}

/**
 * Writes a program and its arguments so that `CommandLineToArgvW` gives the same ones back. For records that
 * people read; a process is started from the list of arguments, never from this text.
 */
export function formatCommandLine(program: string, args: readonly string[]): string {
  return [`"${program}"`, quotedArguments(args)].filter((part) => part !== '').join(' ');
}

/** Arguments alone, as `formatCommandLine` writes them. */
export function quotedArguments(args: readonly string[]): string {
  return args.map(quoteArgument).join(' ');
}

function problem(what: CommandLineProblem): ParsedCommandLine {
  return { ok: false, problem: what };
}

function findControlCharacter(text: string): CommandLineProblem | null {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0) return { id: 'commandLine.nul' };
    if (code === 10 || code === 13) return { id: 'commandLine.lineBreak' };
    if (code !== 9 && (code < 32 || (code >= 127 && code < 160))) {
      const hex = code.toString(16).toUpperCase().padStart(4, '0');
      return { id: 'commandLine.controlCharacter', values: { code: `U+${hex}` } };
    }
  }
  return null;
}

/** The program has no escapes: it ends at the next quotation mark. */
function splitQuoted(text: string): Split | CommandLineProblem {
  const end = text.indexOf('"', 1);
  if (end < 0) return { id: 'commandLine.openProgram' };
  const program = text.slice(1, end);
  if (program.trim() === '') return { id: 'commandLine.noProgram' };
  return { program, rest: text.slice(end + 1) };
}

const executableEnd = /\.(?:exe|com|bat|cmd|msi|sys|dll|scr)(?=[ \t]|$)/i;

function splitUnquoted(text: string): Split | CommandLineProblem {
  const extension = executableEnd.exec(text);
  const blank = text.search(/[ \t]/);
  const end = extension ? extension.index + extension[0].length : blank < 0 ? text.length : blank;
  const program = text.slice(0, end);
  if (program.includes('"')) return { id: 'commandLine.nameWithQuote' };
  return { program, rest: text.slice(end) };
}

/** Null when a quotation mark stays open. */
function splitArguments(text: string): string[] | null {
  const args: string[] = [];
  let index = skipBlanks(text, 0);
  while (index < text.length) {
    const argument = readArgument(text, index);
    if (!argument.closed) return null;
    args.push(argument.value);
    index = skipBlanks(text, argument.end);
  }
  return args;
}

function skipBlanks(text: string, from: number): number {
  let index = from;
  while (isBlank(text[index])) index += 1;
  return index;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

interface ReadArgument {
  readonly value: string;
  readonly end: number;
  readonly closed: boolean;
}

/**
 * Backslashes count only before a quotation mark: two make one, an odd one makes the mark literal. `quotes` is
 * 1 inside quotation marks; the third mark in a row is literal and ends the quoted part.
 */
function readArgument(text: string, start: number): ReadArgument {
  let value = '';
  let quotes = 0;
  let index = start;
  while (index < text.length && (quotes === 1 || !isBlank(text[index]))) {
    const slashes = countOf('\\', text, index);
    index += slashes;
    if (text[index] !== '"') {
      // Plain text up to the next character that means something.
      const plain = slashes > 0 ? '' : text[index];
      value += '\\'.repeat(slashes) + plain;
      index += plain === '' ? 0 : 1;
      continue;
    }
    value += '\\'.repeat(Math.floor(slashes / 2));
    const literal = slashes % 2 === 1;
    if (literal) value += '"';
    const marks = countOf('"', text, index);
    index += marks;
    const run = closeQuotes(quotes, literal ? marks - 1 : marks);
    value += '"'.repeat(run.literals);
    quotes = run.quotes;
  }
  return { value, end: index, closed: quotes === 0 };
}

function countOf(character: string, text: string, from: number): number {
  let index = from;
  while (text[index] === character) index += 1;
  return index - from;
}

function closeQuotes(open: number, marks: number): { quotes: number; literals: number } {
  let quotes = open;
  let literals = 0;
  for (let mark = 0; mark < marks; mark += 1) {
    quotes += 1;
    if (quotes === 3) {
      literals += 1;
      quotes = 0;
    }
  }
  return { quotes: quotes === 2 ? 0 : quotes, literals };
}

function quoteArgument(argument: string): string {
  if (argument !== '' && !/[ \t"]/.test(argument)) return argument;
  const escaped = argument.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&');
  return `"${escaped}"`;
}
