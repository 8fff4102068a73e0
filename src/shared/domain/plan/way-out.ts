import { z } from 'zod';
import type { Immutable } from '../immutable.ts';
import { wayOutIds } from './way-out-ids.ts';

/** Why the usual way of removing a product does not lead further; its words are `obstacle.<id>`. */
export const obstacles = [
  /** Windows Installer has lost the package that it removes the product with, or it is damaged. */
  'packageMissing',
  /** The product is there, and Windows Installer does not know it, or no longer as a whole. */
  'registrationBroken',
  /** No uninstaller is there that may be run. */
  'noUninstaller',
  'passwordLost',
  /** A Security Center manages the computer or did; whether that still exists shows nowhere on it. */
  'managed',
  /** The uninstaller took back what it had done. */
  'rolledBack',
  'uninstallerFailed',
  /** The product is no longer registered, and parts of it can still run. */
  'halfRemoved',
] as const;
export type Obstacle = (typeof obstacles)[number];

const wayOutFields = {
  obstacle: z.enum(obstacles),
  /** The first to try in front. Each is gone by a person; Cutover takes over again at the last. */
  ways: z.array(z.enum(wayOutIds)),
};

/** What is left to do about one step. */
export const stepWayOutSchema = z.object(wayOutFields);
export type StepWayOut = Immutable<z.infer<typeof stepWayOutSchema>>;

/** What is left to do about one product. */
export const wayOutSchema = z.object({ findingId: z.string(), name: z.string(), ...wayOutFields });
export type WayOut = Immutable<z.infer<typeof wayOutSchema>>;
