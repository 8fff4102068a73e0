import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { windowsCommandLine } from './command-line.ts';
import type { Sandbox } from './sandbox.ts';

export interface RunOptions {
  readonly stdin?: string;
  /** Default two minutes. When it passes, the program and its descendants are ended. */
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The arguments are one text, passed on as it is (for msiexec and NSIS, which parse their own way). */
  readonly verbatim?: boolean;
}

export interface RunResult {
  /** All 32 bits. `null` when the time limit or `kill` ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
  readonly durationMs: number;
}

export interface ProgramStart {
  readonly sandbox: Sandbox;
  /** Folder of this run on Linux, and the same as Windows sees it. */
  readonly folder: string;
  readonly windowsFolder: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly options: RunOptions;
}

const defaultTimeoutMs = 120_000;
const lineBreaks = /[\r\n]/;

/** A Windows program under way. */
export class RunningProgram {
  readonly #folder: string;
  readonly #started = performance.now();
  readonly #result: Promise<RunResult>;
  #ended: 'by itself' | 'killed' | 'timed out' = 'by itself';

  private constructor(start: ProgramStart) {
    this.#folder = start.folder;
    this.#result = this.#run(start);
  }

  static async start(start: ProgramStart): Promise<RunningProgram> {
    await mkdir(start.folder, { recursive: true });
    await writeFile(join(start.folder, 'stdin'), start.options.stdin ?? '');
    await writeFile(join(start.folder, 'job'), jobFile(start));
    return new RunningProgram(start);
  }

  /** What the program has printed so far. */
  async stdout(): Promise<string> {
    return readOutput(join(this.#folder, 'stdout'));
  }

  /** Resolves when the program has printed the text; throws when it ends without it, at the latest when its time is over. */
  async printed(text: string): Promise<void> {
    while (!(await this.stdout()).includes(text)) {
      if (existsSync(join(this.#folder, 'result'))) {
        throw new Error(
          `never printed ${JSON.stringify(text)}, only ${JSON.stringify(await this.stdout())}`,
        );
      }
      await sleep(20);
    }
  }

  /** Ends the program as a power cut or Task Manager would. Its children live on unless `tree` is asked for. */
  async kill(what: 'program' | 'tree' = 'program'): Promise<RunResult> {
    this.#ended = 'killed';
    await this.#order(what);
    return this.#result;
  }

  async wait(): Promise<RunResult> {
    return this.#result;
  }

  async #order(what: string): Promise<void> {
    await writeFile(join(this.#folder, 'kill.part'), what);
    await rename(join(this.#folder, 'kill.part'), join(this.#folder, 'kill'));
  }

  async #run(start: ProgramStart): Promise<RunResult> {
    const limit = setTimeout(() => {
      this.#ended = 'timed out';
      void this.#order('tree');
    }, start.options.timeoutMs ?? defaultTimeoutMs);
    try {
      await start.sandbox.wine(['L:\\runner\\runner.exe', `${start.windowsFolder}\\job`]);
    } finally {
      clearTimeout(limit);
    }
    return this.#collect(start);
  }

  async #collect(start: ProgramStart): Promise<RunResult> {
    const [kind, code] = (await readOutput(join(this.#folder, 'result'))).split(' ');
    if (kind === 'not-started')
      throw new Error(`${start.program} did not start: Windows error ${code}`);
    return {
      // Without a result the whole session was ended under the program, as by a restart.
      exitCode: kind === 'exit' && this.#ended === 'by itself' ? Number(code) : null,
      stdout: await this.stdout(),
      stderr: await readOutput(join(this.#folder, 'stderr')),
      timedOut: this.#ended === 'timed out',
      durationMs: Math.round(performance.now() - this.#started),
    };
  }
}

async function readOutput(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

function jobFile({ program, args, options, windowsFolder }: ProgramStart): string {
  const at = (name: string) => `${windowsFolder}\\${name}`;
  const command =
    options.verbatim === true ? [program, ...args].join(' ') : windowsCommandLine(program, args);
  const lines = [
    `command=${command}`,
    `cwd=${options.cwd ?? 'C:\\'}`,
    `stdin=${at('stdin')}`,
    `stdout=${at('stdout')}`,
    `stderr=${at('stderr')}`,
    `result=${at('result')}`,
    `kill=${at('kill')}`,
    ...Object.entries(options.env ?? {}).map(([name, value]) => `env=${name}=${value}`),
  ];
  const broken = lines.find((line) => lineBreaks.test(line));
  if (broken !== undefined)
    throw new Error(`a line break cannot be passed on: ${JSON.stringify(broken)}`);
  return `${lines.join('\n')}\n`;
}
