/**
 * Keys that no source names. A source names one as a string (`'button.back'`) or, for the ids of a closed list, as a
 * template (`page.${page}.name`), whose every key the compiler has proved to be there.
 */
export function unusedKeys(keys: readonly string[], sources: readonly string[]): readonly string[] {
  const named = new Set(sources.flatMap((source) => source.match(keyText) ?? []).map(unquoted));
  const templates = [...named].filter((name) => name.includes('${')).map(patternOf);
  return keys.filter((key) => !named.has(key) && !templates.some((each) => each.test(key)));
}

/** Something in quotes that begins with the name of a concept and a dot. */
const keyText = /'[a-z]\w*\.[\w.-]+'|`[a-z]\w*\.(?:[\w.-]|\$\{[^}]*\})+`/g;

function unquoted(text: string): string {
  return text.slice(1, -1);
}

function patternOf(template: string): RegExp {
  const own = template.split(/\$\{[^}]*\}/).map((text) => text.replaceAll('.', '\\.'));
  return new RegExp(`^${own.join('[^.]+')}$`);
}
