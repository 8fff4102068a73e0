import type { Hazard } from '../domain/plan/plan.ts';
import type { WindowWords } from './translator.ts';

/** The words of one hazard: what it is, what it means, what to do. */
export interface HazardWords {
  readonly title: string;
  readonly explanation: string;
  readonly advice: string;
}

/** The words of a hazard by its id. */
export function hazardWords({ id }: Pick<Hazard, 'id'>, { render }: WindowWords): HazardWords {
  const part = (name: keyof HazardWords) => render({ id: `hazard.${id}.${name}` });
  return { title: part('title'), explanation: part('explanation'), advice: part('advice') };
}
