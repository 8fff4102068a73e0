import type { ProtectionAction } from './action.ts';

/** Why Microsoft Defender does not protect; the window has words of its own for each. */
export type RestoreCauseId =
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
export interface RestoreCause {
  readonly id: RestoreCauseId;
  /** The setting, service or product it is about; null where it is about Defender as a whole. */
  readonly subject: string | null;
  readonly remedy: Remedy;
  readonly explanation: string;
  /** Who can change it and how; null where Cutover can. */
  readonly whoCanChange: string | null;
}

export interface RestoreStep {
  readonly title: string;
  readonly action: ProtectionAction;
}

/** Why Microsoft Defender is off, and the steps that undo what can safely be undone. Pure data. */
export interface RestorePlan {
  readonly causes: readonly RestoreCause[];
  readonly steps: readonly RestoreStep[];
}
