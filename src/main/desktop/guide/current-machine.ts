import type { Machine } from '../../machine/machine.ts';
import type { GuideMachine } from './guide-machine.ts';

/** The machines that the guide offers, and the one in hand, which is opened when it is first needed. */
export class CurrentMachine {
  #offered: readonly GuideMachine[];
  #chosen: GuideMachine;
  #open: Machine | null = null;

  constructor(offered: readonly GuideMachine[], chosen: GuideMachine) {
    this.#offered = offered;
    this.#chosen = chosen;
  }

  get offered(): readonly GuideMachine[] {
    return this.#offered;
  }

  get chosen(): GuideMachine {
    return this.#chosen;
  }

  /** What the machine in hand is known by; null before it is opened. */
  get openId(): string | null {
    return this.#open?.id ?? null;
  }

  offer(machine: GuideMachine): void {
    this.#offered = [...this.#offered, machine];
  }

  find(id: string): GuideMachine {
    const machine = this.#offered.find(({ choice }) => choice.id === id);
    if (machine === undefined) throw new Error(`There is no machine ${id}.`);
    return machine;
  }

  /** Takes another one in hand. A practice computer is put back to how it was recorded. */
  async change(machine: GuideMachine): Promise<void> {
    await this.#open?.close();
    this.#open = null;
    this.#chosen = machine;
    if (machine.choice.kind === 'practice') (await this.open()).reset?.();
  }

  async open(): Promise<Machine> {
    return (this.#open ??= await this.#chosen.open());
  }

  async restartPractice(): Promise<void> {
    (await this.open()).restart?.();
  }
}
