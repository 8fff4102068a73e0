import { detect } from '../engine/detect.ts';
import { plan } from '../engine/plan.ts';
import { protection } from '../engine/protection.ts';

/** The pure functions of the engine, as a run asks for them. */
export const decisions = { detect, plan, protection };
