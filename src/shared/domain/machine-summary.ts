import type { Message } from './message.ts';
import { saidSchema } from './message-schema.ts';
import { z } from 'zod';

/** One part of the summary, or why it is not there. */
function part<T extends z.ZodType>(facts: T) {
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('read'), facts }),
    z.object({ state: z.literal('unreadable'), reason: saidSchema }),
  ]);
}

const bytes = z.number().nonnegative();

/**
 * What kind of computer a run was about, for the reader of a report; no rule decides by it. Serial numbers and
 * other numbers that name one computer are no part of it.
 */
export const machineSummarySchema = z.object({
  hardware: part(
    z.object({
      manufacturer: z.string().nullable(),
      model: z.string().nullable(),
      /** True when its maker is known for virtual machines. */
      virtual: z.boolean(),
    }),
  ),
  system: part(
    z.object({
      /** `Windows 11 Pro`. */
      name: z.string(),
      /** `10.0.26100`. */
      release: z.string(),
      /** As Node names it: `x64`, `arm64`. */
      architecture: z.string(),
      memoryBytes: bytes,
      /** When the system was started; versions before this one did not ask. */
      upSince: z.iso.datetime().optional(),
    }),
  ),
  volumes: part(
    z.array(z.object({ mount: z.string(), sizeBytes: bytes, freeBytes: bytes })).readonly(),
  ),
  /** The facts are null where there is no battery. */
  battery: part(
    z
      .object({ percent: z.number().min(0).max(100), charging: z.boolean(), onMains: z.boolean() })
      .nullable(),
  ),
});

export type MachineSummary = Readonly<z.infer<typeof machineSummarySchema>>;

/** A summary of which nothing is there, for one reason. */
export function unreadableSummary(reason: Message): MachineSummary {
  const nothing = { state: 'unreadable', reason } as const;
  return { hardware: nothing, system: nothing, volumes: nothing, battery: nothing };
}

/** What is known of a summary so far. */
export type SummaryParts = {
  readonly [Name in keyof MachineSummary]?: MachineSummary[Name] | undefined;
};

export function withParts(summary: MachineSummary, parts: SummaryParts): MachineSummary {
  return {
    hardware: parts.hardware ?? summary.hardware,
    system: parts.system ?? summary.system,
    volumes: parts.volumes ?? summary.volumes,
    battery: parts.battery ?? summary.battery,
  };
}
