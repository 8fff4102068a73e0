import { z } from 'zod';

/** How one step ended, judged by the machine and not by the exit code alone. */
export const stepOutcomeSchema = z.enum([
  /** The machine no longer has it. */
  'removed',
  /** Gone as far as it goes before a restart. */
  'restartNeeded',
  /** The uninstaller said it was done, and the product is still there. */
  'stillPresent',
  'passwordMissing',
  'passwordWrong',
  /** Windows Installer was busy with something else for too long. */
  'installerBusy',
  'timedOut',
  'cancelled',
  'failed',
  /** Not begun, because an earlier step ended the run. */
  'notRun',
]);
export type StepOutcome = z.infer<typeof stepOutcomeSchema>;

/**
 * How the whole run ended; exactly one, the most serious that applies.
 * Each has one exit code, see `exit-codes.ts`.
 */
export const runOutcomeSchema = z.enum([
  'cleanAndProtected',
  /** Of a run that was to bring Microsoft Defender back and nothing else. */
  'protected',
  'nothingToRemove',
  'restartNeeded',
  'notProtected',
  'remnantsLeft',
  'stillPresent',
  'passwordMissing',
  'passwordWrong',
  'installerBusy',
  'uninstallerFailed',
  'timedOut',
  'cancelled',
  'stopped',
  'dryRun',
]);
export type RunOutcome = z.infer<typeof runOutcomeSchema>;
