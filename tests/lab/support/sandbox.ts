import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { inside, supportFolder } from './lab-paths.ts';
import { type WineHome, wineLoader, wineServer } from './wine-home.ts';

export interface SandboxPlace {
  readonly wine: WineHome;
  /** Seen inside at `inside.machine`; the only folder Wine can write to. */
  readonly machineFolder: string;
  /** Seen inside at `inside.fixtures`, read-only. */
  readonly fixtures: string;
}

interface Session {
  /** Pending while Wine's server runs. */
  readonly ended: Promise<void>;
}

/**
 * Mounts and processes of one machine, in Linux namespaces of their own: closing it ends every process of the
 * machine and removes every mount, also when the tests are killed.
 */
export class Sandbox {
  readonly #holder: ChildProcess;
  readonly #gone: Promise<unknown>;
  readonly #pid: string;
  #session: Promise<Session> | undefined;

  private constructor(holder: ChildProcess, pid: string) {
    this.#holder = holder;
    this.#gone = once(holder, 'exit');
    this.#pid = pid;
  }

  static async open(place: SandboxPlace): Promise<Sandbox> {
    const script = join(supportFolder, 'sandbox.sh');
    const args = [
      '--mount',
      '--pid',
      '--fork',
      '--kill-child',
      'sh',
      script,
      place.wine.root,
      place.machineFolder,
      place.fixtures,
    ];
    const holder = spawn('unshare', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    await ready(holder);
    return new Sandbox(holder, await childOf(holder));
  }

  /** Runs a Windows program. Its output is not read: Windows Node cannot write to a Linux pipe. */
  async wine(args: readonly string[]): Promise<void> {
    const { ended } = await (this.#session ??= this.#beginSession());
    // A program whose server is gone waits for it for ever.
    await Promise.race([this.#enter([wineLoader, ...args]), ended]);
  }

  /** Ends every Windows process and waits until the registry is on disk. */
  async endSession(): Promise<void> {
    if (this.#session === undefined) return;
    const { ended } = await this.#session;
    await this.#enter([wineServer, '-k']);
    await ended;
    this.#session = undefined;
  }

  async close(): Promise<void> {
    this.#holder.stdin?.end();
    this.#holder.kill('SIGKILL');
    await this.#gone;
  }

  /** It outlives its programs: services stay up between two of them. */
  async #beginSession(): Promise<Session> {
    await this.#enter([wineServer, '-p']);
    return { ended: this.#enter([wineServer, '-w']) };
  }

  async #enter(commandLine: readonly string[]): Promise<void> {
    const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    const args = [
      '-t',
      this.#pid,
      '-m',
      '-p',
      '-r',
      '-w',
      '--',
      'env',
      '-i',
      ...variables,
      ...commandLine,
    ];
    // Exit codes are cut to 8 bits here and mean nothing; the runner reports the real ones.
    await execa('nsenter', args, { stdio: 'ignore', reject: false });
  }
}

const environment = {
  HOME: `${inside.machine}/home`,
  PATH: '/usr/bin:/bin',
  WINEPREFIX: inside.prefix,
  WINEDEBUG: '-all',
  // Else Wine takes names of files that are not ASCII for others.
  LC_ALL: 'C.UTF-8',
  // No .NET and no browser engine, which would be offered for download, and no Linux menu entries.
  WINEDLLOVERRIDES: 'mscoree,mshtml=;winemenubuilder.exe=d',
  // Wine complains on every start without a private folder here.
  XDG_RUNTIME_DIR: `${inside.machine}/run`,
} as const;

async function ready(holder: ChildProcess): Promise<void> {
  const complaint: string[] = [];
  holder.stderr?.on('data', (text) => complaint.push(String(text)));
  const answer = await Promise.race([
    once(holder.stdout as NodeJS.ReadableStream, 'data').then(() => 'ready'),
    once(holder, 'exit').then(() => 'ended'),
  ]);
  if (answer === 'ended')
    throw new Error(`the sandbox could not be made: ${complaint.join('').trim()}`);
}

async function childOf(holder: ChildProcess): Promise<string> {
  const children = await readFile(`/proc/${holder.pid}/task/${holder.pid}/children`, 'utf8');
  return children.trim();
}
