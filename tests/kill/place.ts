import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PracticeComputer } from '../../src/main/machine/practice/computers/practice-computer.ts';
import { startProgram, type Ended, type Order } from './start-program.ts';

/** Where a practice computer and its runs lie, with what is needed to start the program on them. */
export class Place {
  readonly computer: PracticeComputer;
  /** Everything that the program writes lies below it. */
  readonly data: string;
  readonly #program: string;
  readonly #root: string;
  readonly #passwords: readonly string[];
  #kept = 0;

  constructor(computer: PracticeComputer, program: string, root: string = newRoot()) {
    this.computer = computer;
    this.#program = program;
    this.#root = root;
    this.data = join(root, 'data');
    this.#passwords = passwordFlags(computer, root);
  }

  get runs(): string {
    return join(this.data, 'practice', this.computer.id, 'runs');
  }

  get machine(): string {
    return join(this.data, 'practice', this.computer.id, 'machine');
  }

  /** Starts a command on the computer; where nothing else is said it takes no time for its work. */
  async start(
    args: readonly string[],
    order: Order & { readonly afterMs?: number } = {},
  ): Promise<Ended> {
    const asks = commandsWithPasswords.has(args[0] ?? '');
    const fast = order.pace === undefined && order.holdUntil === undefined ? ['--fast'] : [];
    const where = ['--practice', this.computer.id, '--data-folder', this.data, '--json', ...fast];
    return await startProgram({
      ...order,
      program: this.#program,
      args: [...args, ...where, ...(asks ? this.#passwords : [])],
      folder: this.data,
    });
  }

  /** The disk as it is now, for {@link putBack}. */
  keep(): string {
    this.#kept += 1;
    const kept = join(this.#root, `kept-${this.#kept}`);
    if (existsSync(this.data)) cpSync(this.data, kept, { recursive: true });
    else mkdirSync(kept);
    return kept;
  }

  putBack(kept: string): void {
    rmSync(this.data, { recursive: true, force: true });
    cpSync(kept, this.data, { recursive: true });
  }

  /** All files with what is in them, as one short text to compare. */
  imprint(): string {
    const hash = createHash('sha256');
    for (const name of namesBelow(this.data).toSorted()) {
      const path = join(this.data, name);
      hash.update(`${name}\n`).update(readFileSync(path));
    }
    return hash.digest('hex');
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}

/** In memory where the system has such a place, because every line of a journal is flushed to the disk. */
export function newRoot(): string {
  const made = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'cutover-kill-'));
  // As the program sees it, also where the way to it is a link or shortened.
  return realpathSync.native(made);
}

/** Names of all files below a folder, with their way to it. */
export function namesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

const commandsWithPasswords: ReadonlySet<string> = new Set(['remove', 'resume']);

/** Those that the uninstallers of the computer ask for. */
function passwordFlags({ effects }: PracticeComputer, root: string): readonly string[] {
  const asked = effects.flatMap(({ password }) => (password === null ? [] : [password]));
  return [...new Map(asked.map(({ secret, value }) => [secret, value]))].flatMap(
    ([secret, value]) => {
      const file = join(root, `${secret}.txt`);
      writeFileSync(file, `${value}\n`);
      return ['--password-file', `${secret}=${file}`];
    },
  );
}
