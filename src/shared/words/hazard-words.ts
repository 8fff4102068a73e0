import type { Hazard } from '../domain/plan.ts';
import type { WindowWords } from './translator.ts';

/** The words of one hazard: what it is, what it means, what to do. */
export interface HazardWords {
  readonly title: string;
  readonly explanation: string;
  readonly advice: string;
}

/** The words of a hazard by its id; one that this version does not know brings its own, in English. */
export function hazardWords(hazard: Hazard, { has, render }: WindowWords): HazardWords {
  if (!has(`hazard.${hazard.id}.title`)) return hazard;
  const part = (name: keyof HazardWords) => render({ id: `hazard.${hazard.id}.${name}` });
  return { title: part('title'), explanation: part('explanation'), advice: part('advice') };
}
