import { z } from 'zod';
import { secretRefSchema } from '../domain/action.ts';
import { ownerSchema } from '../domain/plan/plan.ts';
import { undoParts } from '../domain/run/undo-parts.ts';
import { guidePages } from './guide-pages.ts';

const nothing = z.undefined();
const id = z.string().min(1).max(300);
const field = z.string().max(200);

/**
 * Every move of the window and what has to come with it; a move is answered with the whole state of the guide. When
 * one may be made, and what it does, stands in the row of the same name in `main/desktop/guide/moves.ts`.
 */
export const moveInputs = {
  chooseMachine: id,
  /** Turns to the check and looks at the computer: how a case begins. */
  check: nothing,
  /** Looks again, without turning the page. */
  scan: nothing,
  /** What was known before is shown again. */
  stopScan: nothing,
  goTo: z.enum(guidePages),
  chooseFinding: z.object({ findingId: id, chosen: z.boolean() }),
  acknowledge: z.object({ hazardId: id, done: z.boolean() }),
  setOwner: ownerSchema,
  /** An empty password takes back the one that was given. */
  givePassword: z.object({ ref: secretRefSchema, password: z.string().max(1000) }),
  setProtectionChoice: z.object({
    requireReplacement: z.boolean(),
    reactivateDefender: z.boolean(),
  }),
  /** Whether what products leave behind is cleaned up too; what does harm is mended either way. */
  setCleanRemains: z.boolean(),
  startRemoval: nothing,
  cancelRemoval: nothing,
  /** Restarts a practice computer, which goes on where a person makes it. */
  restartPractice: nothing,
  /** Has Windows restart, and goes on with the removal by itself after it. */
  restartNow: nothing,
  resumeRemoval: nothing,
  /** These three come back at once; how it goes on is in the snapshots. */
  recheckProtection: nothing,
  checkLive: nothing,
  reactivateDefender: nothing,
  /** Turns to what earlier runs cleaned up; this and the next two come back at once as well. */
  openQuarantine: nothing,
  putBack: z.object({ runId: id, parts: z.array(z.enum(undoParts)).min(1) }),
  /** Id of the run whose quarantine is ended. */
  deleteForGood: id,
  setTechnicianMode: z.boolean(),
  setTechnicianFields: z.object({ ticket: field, technician: field, customer: field }),
  setLanguage: z.string().max(20),
} as const;

export type MoveName = keyof typeof moveInputs;
export type MoveInput<Name extends MoveName> = z.infer<(typeof moveInputs)[Name]>;

export const moveNames = Object.keys(moveInputs) as readonly MoveName[];
