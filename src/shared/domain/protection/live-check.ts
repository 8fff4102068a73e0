import { messageSchema } from '../message-schema.ts';
import { z } from 'zod';

/**
 * `notDetected` means that the harmless sample was not recognised, not that the computer is unprotected: only
 * Microsoft promises to recognise its own AMSI sample, and some products ignore the EICAR file on purpose.
 * `couldNotTest` says nothing at all.
 */
export const probeOutcomeSchema = z.enum(['detected', 'notDetected', 'couldNotTest']);
export type ProbeOutcome = z.infer<typeof probeOutcomeSchema>;

/** Microsoft's AMSI sample, given to the antivirus through the scan interface of Windows. */
export const amsiProbeSchema = z.object({
  outcome: probeOutcomeSchema,
  /** Raw `AMSI_RESULT` of the sample; null when it was not scanned. */
  result: z.number().int().nullable(),
  /** The same for a harmless text, which no antivirus should call malware. */
  controlResult: z.number().int().nullable(),
  /** The call that failed, with its raw HRESULT (unsigned). */
  failure: z.object({ call: z.string(), code: z.number().int().nullable() }).nullable(),
  durationMs: z.number().nonnegative(),
  detail: messageSchema,
});
export type AmsiProbe = Readonly<z.infer<typeof amsiProbeSchema>>;

/** The EICAR test file, written to a folder of ours and watched. */
export const eicarProbeSchema = z.object({
  outcome: probeOutcomeSchema,
  /** What happened to the file; null when it could not be tested. */
  reaction: z.enum(['blockedOnWrite', 'removed', 'blockedOnRead', 'altered', 'none']).nullable(),
  /** Raw Windows error number that went with it. */
  errorCode: z.number().int().nullable(),
  file: z.string(),
  /** How often the file was opened and read. */
  looks: z.number().int().nonnegative(),
  durationMs: z.number().nonnegative(),
  /** False when the folder could not be deleted; the next live check tries again. */
  cleanedUp: z.boolean(),
  detail: messageSchema,
});
export type EicarProbe = Readonly<z.infer<typeof eicarProbeSchema>>;

/** What two harmless samples brought to light. Both cause a real alert where an antivirus recognises them. */
export const liveCheckResultSchema = z.object({
  checkedAt: z.iso.datetime(),
  amsi: amsiProbeSchema,
  eicar: eicarProbeSchema,
});
export type LiveCheckResult = Readonly<z.infer<typeof liveCheckResultSchema>>;
