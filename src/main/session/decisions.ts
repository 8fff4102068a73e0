import { detect } from '../engine/detect/detect.ts';
import { plan } from '../engine/plan/plan.ts';
import { protection } from '../engine/protection/protection.ts';

/** The pure functions of the engine, as a run asks for them. */
export const decisions = { detect, plan, protection };
