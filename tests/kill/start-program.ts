import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a process writes: a line of the journal, the content of another file, or any other change of a folder. */
export type Touch = 'line' | 'content' | 'change';

/** What `kill-hook.cjs` is told. */
export interface Order {
  /** Dies just before the change of the disk that is counted from 1, or in the middle of it. */
  readonly at?: number;
  readonly torn?: boolean;
  /** How long all that a practice computer waits for takes, as a share of the usual. */
  readonly pace?: number;
  /** Once it has written that it began, it waits at its next pause until this file is there. */
  readonly holdUntil?: string;
}

export interface Start extends Order {
  /** The entry of the command line: the built one, or its source. */
  readonly program: string;
  readonly args: readonly string[];
  /** Below it changes count. */
  readonly folder: string;
  /** Killed from outside after so many milliseconds. */
  readonly afterMs?: number;
}

/** How a process ended. */
export interface Ended {
  /** Null for one that was killed. */
  readonly code: number | null;
  readonly touches: readonly Touch[];
  /** What it said, as JSON; null where that was not read or cannot be. */
  readonly answer: Answer | null;
  readonly errors: string;
  readonly durationMs: number;
}

const answerSchema = z.looseObject({
  /** Of the exit code. */
  name: z.string(),
  msg: z.string().optional(),
  outcome: z.string().nullable().optional(),
  /** Of the run that it tells about. */
  folder: z.string().optional(),
  state: z.looseObject({ verdict: z.string() }).nullable().optional(),
});
export type Answer = z.infer<typeof answerSchema>;

const root = join(import.meta.dirname, '../..');
const hook = join(import.meta.dirname, 'kill-hook.cjs');
let starts = 0;

/** Starts the program as a process of its own and waits for its end, in whatever way that comes. */
export async function startProgram(start: Start): Promise<Ended> {
  const { program, args, folder, afterMs, ...rest } = start;
  starts += 1;
  const touchesInto = `${folder}-touches-${starts}.json`;
  const begun = performance.now();
  const child = spawn(process.execPath, ['--require', hook, join(root, program), ...args], {
    cwd: root,
    env: {
      ...process.env,
      ...environment,
      CUTOVER_KILL_HOOK: orderOf({ ...rest, folder, touchesInto }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.errors += text));
  const timer = afterMs === undefined ? null : setTimeout(() => child.kill('SIGKILL'), afterMs);
  await once(child, 'close');
  if (timer !== null) clearTimeout(timer);
  const wasKilled = child.signalCode === 'SIGKILL' || !existsSync(touchesInto);
  return {
    code: wasKilled ? null : child.exitCode,
    touches: touchesIn(touchesInto),
    answer: answerIn(said.out),
    errors: said.errors,
    durationMs: performance.now() - begun,
  };
}

/** The language is that of no person, and what Node has made of the sources is kept from start to start. */
const environment = { LC_ALL: 'C', NODE_COMPILE_CACHE: join(root, 'out/compile-cache') };

function orderOf(order: Order & { readonly folder: string; readonly touchesInto: string }): string {
  return JSON.stringify(order);
}

function touchesIn(path: string): readonly Touch[] {
  if (!existsSync(path)) return [];
  const touches = z
    .array(z.enum(['line', 'content', 'change']))
    .parse(JSON.parse(readFileSync(path, 'utf8')));
  rmSync(path);
  return touches;
}

function answerIn(text: string): Answer | null {
  try {
    return answerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
