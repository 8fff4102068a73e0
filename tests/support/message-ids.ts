import { readCatalogues } from '../../build/messages/catalogue.ts';

const keys = Object.keys(readCatalogues().en);

/** The ids that have a message `concept.ID` or `concept.ID.part`, sorted. */
export function idsOf(concept: string, part?: string): readonly string[] {
  const [start, end] = [`${concept}.`, part === undefined ? '' : `.${part}`];
  const fitting = keys.filter((key) => key.startsWith(start) && key.endsWith(end));
  const ids = fitting.map((key) => key.slice(start.length, key.length - end.length));
  return ids.filter((id) => !id.includes('.')).sort();
}
