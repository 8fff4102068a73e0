import type { CompiledCatalogue, CompiledMessages } from './translator.ts';

/**
 * A catalogue whose text has a line for each concept: its name, a blank, and its messages as JSON. The bundle of the command line
 * writes it so (`build/console/bundle-console.ts`), because parsing all of it takes longer than most commands.
 */
export function catalogueIn(text: () => string): CompiledCatalogue {
  let lines: string | undefined;
  const read = new Map<string, CompiledMessages | undefined>();
  return (concept) => {
    if (!read.has(concept)) read.set(concept, messagesOf(concept, (lines ??= text())));
    return read.get(concept);
  };
}

function messagesOf(concept: string, lines: string): CompiledMessages | undefined {
  const named = `\n${concept} `;
  const at = lines.indexOf(named);
  if (at < 0) return undefined;
  const end = lines.indexOf('\n', at + 1);
  return JSON.parse(lines.slice(at + named.length, end < 0 ? undefined : end)) as CompiledMessages;
}
