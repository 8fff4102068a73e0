import { z } from 'zod';
import type { Immutable } from '../immutable.ts';
import { sectionNames, type SectionName } from '../sections.ts';

/** What the installer of another antivirus looks for, and refuses to go on beside. */
export const obstacleKinds = [
  'programEntry',
  'securityCenterRow',
  'service',
  'driver',
  'deviceFilter',
  'networkBinding',
  'trafficFilter',
] as const;

/**
 * What may be left and is in nobody's way: a package out of which Windows could install a driver again, and what of the
 * Windows Filtering Platform filters nothing.
 */
export const besideKinds = ['driverPackage', 'trafficFilter'] as const;

/**
 * Whether another antivirus can be installed. `restartNeeded`: only a restart of Windows is missing, whoever waits for it.
 * What stays because nobody chose it, such as the VPN, stands in nobody's way.
 */
export const nextAntivirusSchema = z.object({
  verdict: z.enum(['ready', 'blocked', 'restartNeeded', 'notKnown']),
  obstacles: z.array(
    z.object({
      kind: z.enum(obstacleKinds),
      /** As the machine has it. */
      name: z.string(),
    }),
  ),
  /** What Windows does with its next start, by where it is noted. */
  pendingRestarts: z.array(z.string()),
  /** Sections that were not read, or in part, in which there may be more. */
  notRead: z.array(z.enum(sectionNames as readonly [SectionName, ...SectionName[]])),
  beside: z.array(z.object({ kind: z.enum(besideKinds), name: z.string() })),
});
export type NextAntivirus = Immutable<z.infer<typeof nextAntivirusSchema>>;
