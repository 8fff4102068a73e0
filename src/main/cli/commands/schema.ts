import { message } from '../../../shared/domain/message.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { asciiJson } from '../../report/json-text.ts';
import { commandNames } from '../flags/command-names.ts';
import { answered, ended, type CommandEnd } from '../results/command-end.ts';
import { jsonSchema, schemaNames, type SchemaName } from '../results/published-schemas.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';

/** `cutover schema`: a published schema, or what there is of them. */
export async function schemaCommand(
  _options: object,
  terminal: Terminal,
  words: Translator,
  name?: string,
): Promise<CommandEnd> {
  if (name === undefined) return await Promise.resolve(listing(terminal, words));
  const found = schemaNamed(name);
  if (found === null) {
    const known = schemaNames.join(', ');
    return ended('badArguments', message('terminal.wrong.schema', { name, known }));
  }
  const schema = jsonSchema(found);
  terminal.out(asciiJson(JSON.stringify(schema, null, 2)));
  return answered({ schema });
}

/** The name of a command stands for the result that it prints. */
function schemaNamed(name: string): SchemaName | null {
  const known = schemaNames.find((each) => each === name);
  return known ?? (commandNames.includes(name) ? 'result' : null);
}

function listing(terminal: Terminal, { t }: Translator): CommandEnd {
  const schemas = schemaNames.map((name) => ({ name, description: t(`schema.${name}`) }));
  for (const { name, description } of schemas)
    terminal.out(`  ${name.padEnd(9)}  ${wrapped(description, terminal.columns, ' '.repeat(13))}`);
  return answered({ schemas });
}
