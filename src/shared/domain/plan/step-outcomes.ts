import type { Tone } from '../tone.ts';

interface StepOutcomeRow {
  readonly tone: Tone;
  /** The machine is not what it was before. */
  readonly changes: boolean;
  /** The product is off the machine, at the latest after the restart. */
  readonly off: boolean;
}

/** How one step ends, judged by the machine and not by the exit code alone. The only list of these ends. */
export const stepOutcomes = {
  /** The machine no longer has it. */
  removed: { tone: 'good', changes: true, off: true },
  /** Of a step that takes nothing off: the machine shows it. */
  done: { tone: 'good', changes: true, off: false },
  /** Gone as far as it goes before a restart. */
  restartNeeded: { tone: 'attention', changes: true, off: true },
  /** The uninstaller said it was done, and the product is still there. */
  stillPresent: { tone: 'bad', changes: false, off: false },
  passwordMissing: { tone: 'bad', changes: false, off: false },
  /** It is protected by a password that nobody can hand over for a person. */
  passwordByHand: { tone: 'bad', changes: false, off: false },
  passwordWrong: { tone: 'bad', changes: false, off: false },
  /** Windows Installer was busy with something else for too long; nothing was changed, and waiting helps. */
  installerBusy: { tone: 'attention', changes: false, off: false },
  timedOut: { tone: 'bad', changes: false, off: false },
  cancelled: { tone: 'attention', changes: false, off: false },
  failed: { tone: 'bad', changes: false, off: false },
  /** Not begun, because an earlier step ended the run. */
  notRun: { tone: 'neutral', changes: false, off: false },
} as const satisfies Record<string, StepOutcomeRow>;

export type StepOutcome = keyof typeof stepOutcomes;

export const stepOutcomeNames = Object.keys(stepOutcomes) as [StepOutcome, ...StepOutcome[]];
