import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { wire } from './wire.ts';

type Receive = (message: unknown) => void;

/**
 * The lock of one user-data folder: a symbolic link that names its owner's process, as Chromium keeps it.
 * Creating a link is atomic, so two that start together cannot both win.
 */
export class SingleInstanceLock {
  readonly #link: string;
  readonly #inbox: string;
  #isHeld = false;

  constructor(userData: string) {
    this.#link = join(userData, 'SingletonLock');
    this.#inbox = join(userData, 'standin-inbox');
    mkdirSync(this.#inbox, { recursive: true });
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Takes the lock, or hands `message` to the process that has it and returns false. */
  acquire(message: unknown, receive: Receive): boolean {
    if (this.#isHeld) return true;
    if (!this.#take()) {
      this.#handOver(message);
      return false;
    }
    this.#isHeld = true;
    // A message may have been left before the watch began, hence the first look.
    watch(this.#inbox, () => this.#collect(receive)).unref();
    this.#collect(receive);
    process.on('exit', () => this.release());
    return true;
  }

  release(): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    rmSync(this.#link, { force: true });
  }

  #take(): boolean {
    try {
      symlinkSync(String(process.pid), this.#link);
      return true;
    } catch {
      if (isAlive(Number(readlinkSync(this.#link)))) return false;
    }
    rmSync(this.#link, { force: true });
    return this.#take();
  }

  #handOver(message: unknown): void {
    const file = join(this.#inbox, randomUUID());
    writeFileSync(`${file}.part`, wire.encode(message));
    renameSync(`${file}.part`, `${file}.message`);
  }

  #collect(receive: Receive): void {
    for (const name of readdirSync(this.#inbox).filter((entry) => entry.endsWith('.message'))) {
      const file = join(this.#inbox, name);
      const message = wire.decode(readFileSync(file, 'utf8'));
      rmSync(file);
      receive(message);
    }
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
