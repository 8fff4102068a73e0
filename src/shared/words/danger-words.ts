import type { Danger } from '../domain/plan/danger.ts';
import type { HazardWords } from './hazard-words.ts';
import type { WindowWords } from './translator.ts';

/** The words of a danger: what it is, what it means, and what to do, so that it can be done without a network. */
export interface DangerWords extends HazardWords {
  /** What to do when it has happened already; to be read before a restart. */
  readonly late: string | null;
}

/** The words of a danger. Only what the next start can bring about has something for afterwards. */
export function dangerWords(
  { id, severity, values }: Pick<Danger, 'id' | 'severity' | 'values'>,
  { render }: WindowWords,
): DangerWords {
  const part = (name: keyof DangerWords) => render({ id: `danger.${id}.${name}`, values });
  return {
    title: part('title'),
    explanation: part('explanation'),
    advice: part('advice'),
    late: severity === 'critical' ? part('late') : null,
  };
}

/** Several of which the same is to be said. */
export interface ToldTogether extends Omit<DangerWords, 'title'> {
  readonly severity: Danger['severity'];
  readonly titles: readonly string[];
  readonly dangers: readonly Danger[];
}

/** Dangers in their order; what is the same about several is said once. */
export function toldTogether(
  dangers: readonly Danger[],
  words: WindowWords,
): readonly ToldTogether[] {
  const told = dangers.map((danger) => ({ danger, own: dangerWords(danger, words) }));
  const alike = Map.groupBy(told, ({ danger: { id, severity }, own }) => {
    const { title: _title, ...rest } = own;
    return JSON.stringify([id, severity, rest]);
  });
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { title, ...rest } = first.own;
    const titles = [title, ...others.map(({ own }) => own.title)];
    const all = [first, ...others].map(({ danger }) => danger);
    return [{ ...rest, severity: first.danger.severity, titles, dangers: all }];
  });
}
