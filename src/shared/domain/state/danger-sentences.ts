import { message, type Message } from '../message.ts';
import type { Danger } from '../plan/danger.ts';

/** The worst danger of each kind by its title; the others are counted. */
export function dangerSentences(dangers: readonly Danger[]): readonly Message[] {
  const first = dangers.filter(
    ({ id }, index) => dangers.findIndex((each) => each.id === id) === index,
  );
  const count = dangers.length - first.length;
  const titles = first.map(({ id, values }) =>
    message('state.danger', { title: { id: `danger.${id}.title`, values } }),
  );
  return count === 0 ? titles : [...titles, message('state.moreDangers', { count })];
}
