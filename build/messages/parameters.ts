import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** What a name in a message has to be given: text, a number, or one of the words that a `select` knows. */
export type Kind = 'text' | 'number' | readonly string[];

/** The names in a message with what each has to be given. */
export type Parameters = Readonly<Record<string, Kind>>;

/** Throws where a name is given in two ways, or a part is in use that nothing here could fill. */
export function parametersOf(message: readonly MessageFormatElement[]): Parameters {
  const found: Record<string, Kind> = {};
  for (const [name, kind] of message.flatMap(namesIn)) {
    const known = (found[name] ??= kind);
    if (String(known) !== String(kind))
      throw new Error(`{${name}} is both ${String(known)} and ${String(kind)}`);
  }
  return Object.fromEntries(Object.entries(found).sort(([one], [other]) => (one < other ? -1 : 1)));
}

type Name = readonly [name: string, kind: Kind];

function namesIn(part: MessageFormatElement): readonly Name[] {
  switch (part.type) {
    case TYPE.literal:
    case TYPE.pound:
      return [];
    case TYPE.argument:
      return [[part.value, 'text']];
    case TYPE.number:
      return [[part.value, 'number']];
    case TYPE.plural:
      return [[part.value, 'number'], ...namesInBranches(part.options)];
    case TYPE.select:
      return [[part.value, Object.keys(part.options)], ...namesInBranches(part.options)];
    case TYPE.date:
    case TYPE.time:
    case TYPE.tag:
      throw new Error(
        `{${part.value}} is a date or a tag; format dates before, and leave tags out`,
      );
  }
}

type Branches = Readonly<Record<string, { readonly value: readonly MessageFormatElement[] }>>;

function namesInBranches(branches: Branches): readonly Name[] {
  return Object.values(branches).flatMap(({ value }) => value.flatMap(namesIn));
}
