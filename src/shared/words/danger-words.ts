import type { Danger } from '../domain/plan/danger.ts';
import type { HazardWords } from './hazard-words.ts';
import type { WindowWords } from './translator.ts';

/** The words of a danger: what it is, what it means, and what to do, so that it can be done without a network. */
export function dangerWords(
  { id, values }: Pick<Danger, 'id' | 'values'>,
  { render }: WindowWords,
): HazardWords {
  const part = (name: keyof HazardWords) => render({ id: `danger.${id}.${name}`, values });
  return { title: part('title'), explanation: part('explanation'), advice: part('advice') };
}
