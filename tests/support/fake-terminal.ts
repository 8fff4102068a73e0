import type { RunEvent } from '../../src/shared/domain/run/run-event.ts';
import type { Terminal } from '../../src/main/cli/terminal/terminal.ts';

export interface FakeTerminalOptions {
  readonly interactive?: boolean;
  readonly colours?: boolean;
  /** What the person types, one for each question; then the input has ended. */
  readonly answers?: readonly string[];
  readonly input?: string;
}

/** A terminal that remembers what was written and answers from a list. */
export class FakeTerminal implements Terminal {
  readonly colours: boolean;
  readonly columns: number = 100;
  readonly interactive: boolean;
  readonly output: string[] = [];
  readonly errors: string[] = [];
  readonly questions: string[] = [];
  readonly statuses: string[] = [];
  readonly events: RunEvent[] = [];
  readonly #answers: string[];
  readonly #input: string;
  readonly #interruptListeners = new Set<() => void>();

  constructor({
    interactive = false,
    colours = false,
    answers = [],
    input = '',
  }: FakeTerminalOptions = {}) {
    this.colours = colours;
    this.interactive = interactive;
    this.#answers = [...answers];
    this.#input = input;
  }

  get text(): string {
    return this.output.join('\n');
  }

  get isListening(): boolean {
    return this.#interruptListeners.size > 0;
  }

  get errorText(): string {
    return this.errors.join('\n');
  }

  out(text: string): void {
    this.output.push(text);
  }

  err(text: string): void {
    this.errors.push(text);
  }

  status(text: string): void {
    this.statuses.push(text);
  }

  event(event: RunEvent): void {
    this.events.push(event);
  }

  async ask(question: string): Promise<string | null> {
    this.questions.push(question);
    return await Promise.resolve(this.#answers.shift() ?? null);
  }

  async askSecret(question: string): Promise<string | null> {
    return await this.ask(question);
  }

  async readAll(): Promise<string> {
    return await Promise.resolve(this.#input);
  }

  onInterrupt(listener: () => void): () => void {
    this.#interruptListeners.add(listener);
    return () => this.#interruptListeners.delete(listener);
  }

  /** Presses Ctrl-C. */
  interrupt(): void {
    for (const listener of this.#interruptListeners) listener();
  }
}
