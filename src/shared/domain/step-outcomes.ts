import type { Tone } from './tones.ts';

interface StepOutcomeRow {
  readonly tone: Tone;
  /** The product is off the machine, at the latest after the restart. */
  readonly off: boolean;
}

/** How one step ends, judged by the machine and not by the exit code alone. The only list of these ends. */
export const stepOutcomes = {
  /** The machine no longer has it. */
  removed: { tone: 'good', off: true },
  /** Gone as far as it goes before a restart. */
  restartNeeded: { tone: 'attention', off: true },
  /** The uninstaller said it was done, and the product is still there. */
  stillPresent: { tone: 'bad', off: false },
  passwordMissing: { tone: 'bad', off: false },
  passwordWrong: { tone: 'bad', off: false },
  /** Windows Installer was busy with something else for too long; nothing was changed, and waiting helps. */
  installerBusy: { tone: 'attention', off: false },
  timedOut: { tone: 'bad', off: false },
  cancelled: { tone: 'attention', off: false },
  failed: { tone: 'bad', off: false },
  /** Not begun, because an earlier step ended the run. */
  notRun: { tone: 'neutral', off: false },
} as const satisfies Record<string, StepOutcomeRow>;

type StepOutcome = keyof typeof stepOutcomes;

export const stepOutcomeNames = Object.keys(stepOutcomes) as [StepOutcome, ...StepOutcome[]];
