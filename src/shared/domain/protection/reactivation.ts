import { z } from 'zod';
import type { Immutable } from '../immutable.ts';
import { managers as everyManager } from '../management.ts';
import { message, type Message } from '../message.ts';
import { stepSchema } from '../plan/step.ts';

/** Why Microsoft Defender does not protect; the window has words of its own for each. */
const reactivationCauseIdSchema = z.enum([
  'onlyAntispyware',
  'notInWindows',
  'featureMissing',
  'policy',
  'passiveMode',
  'localSetting',
  'otherAntivirus',
  'kasperskyThere',
  'deadRow',
  'serviceDisabled',
  'serviceStopped',
  'signaturesOld',
  'notKnown',
]);
export type ReactivationCauseId = z.infer<typeof reactivationCauseIdSchema>;

/** Who can change a cause: Cutover itself, or somebody else and how. */
const remedySchema = z.enum([
  'cutover',
  'startAsAdministrator',
  'installAntivirus',
  'installFeature',
  'repairWindows',
  'organisation',
  'localPolicyEditor',
  'otherProduct',
  'removeKaspersky',
  'restartInWindowsSecurity',
  'restartWindows',
  'tryThenWindowsSecurity',
  'turnOnInWindowsSecurity',
  'byHand',
]);
export type Remedy = z.infer<typeof remedySchema>;

/** One reason why Microsoft Defender does not protect. */
const reactivationCauseSchema = z.object({
  id: reactivationCauseIdSchema,
  /** The setting, service or product it is about; null where it is about Defender as a whole. */
  subject: z.string().nullable(),
  /** The registry key of the setting it is about. */
  key: z.string().nullable(),
  remedy: remedySchema,
  /** Whoever decides over the computer, where that is why Cutover leaves it alone. */
  managers: z.array(z.enum(everyManager)),
});
export type ReactivationCause = Immutable<z.infer<typeof reactivationCauseSchema>>;

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
export const reactivationPlanSchema = z.object({
  causes: z.array(reactivationCauseSchema),
  steps: z.array(stepSchema),
});
export type ReactivationPlan = Immutable<z.infer<typeof reactivationPlanSchema>>;
