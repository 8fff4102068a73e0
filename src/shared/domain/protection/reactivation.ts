import type { Manager } from '../management.ts';
import { message, type Message } from '../message.ts';
import type { Step } from '../plan/step.ts';

/** Why Microsoft Defender does not protect; the window has words of its own for each. */
export type ReactivationCauseId =
  | 'featureMissing'
  | 'policy'
  | 'passiveMode'
  | 'localSetting'
  | 'otherAntivirus'
  | 'kasperskyThere'
  | 'deadRow'
  | 'serviceDisabled'
  | 'serviceStopped'
  | 'signaturesOld'
  | 'notKnown';

/** Who can change a cause: Cutover itself, or somebody else and how. */
export type Remedy =
  | 'cutover'
  | 'startAsAdministrator'
  | 'installFeature'
  | 'repairWindows'
  | 'organisation'
  | 'localPolicyEditor'
  | 'otherProduct'
  | 'removeKaspersky'
  | 'restartWindows'
  | 'turnOnInWindowsSecurity'
  | 'byHand';

/** One reason why Microsoft Defender does not protect. */
export interface ReactivationCause {
  readonly id: ReactivationCauseId;
  /** The setting, service or product it is about; null where it is about Defender as a whole. */
  readonly subject: string | null;
  /** The registry key of the setting it is about. */
  readonly key: string | null;
  readonly remedy: Remedy;
  /** Whoever decides over the computer, where that is why Cutover leaves it alone. */
  readonly managers: readonly Manager[];
}

/** Why Microsoft Defender is off. */
export function whyOff({ id, subject, key }: ReactivationCause): Message {
  const cause = message(`reactivate.cause.${id}`);
  if (subject === null) return cause;
  const named = key === null ? subject : `${subject} (${key})`;
  return message('reactivate.named', { subject: named, cause });
}

/** Who can change that, and how: sentences; none where Cutover can. */
export function whoCanChange({ remedy, managers }: ReactivationCause): readonly Message[] {
  if (remedy === 'cutover') return [];
  const by = managers.map((manager) => message(`reactivate.manager.${manager}`));
  return [...by, message(`reactivate.remedy.${remedy}`)];
}

/** Why Microsoft Defender is off, and the steps that undo what can safely be undone. Pure data. */
export interface ReactivationPlan {
  readonly causes: readonly ReactivationCause[];
  readonly steps: readonly Step[];
}
