/**
 * The records of a table in which commas, or another sign, stand between fields and quotation marks around those that hold
 * one. The first line names the columns. RFC 4180, section 2.
 */
export function parseCsv(
  text: string,
  separator = ',',
): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...lines] = linesOf(text, separator);
  return lines.map((fields) =>
    Object.fromEntries(names.map((name, index) => [name.trim(), fields[index] ?? ''])),
  );
}

function* linesOf(text: string, separator: string): Generator<readonly string[]> {
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { value, end } = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
    fields.push(value);
    at = end;
    if (text[at] === separator) {
      at += 1;
      // Nothing stands behind the last separator.
      if (at >= text.length || text[at] === '\n' || text[at] === '\r') fields.push('');
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n' || at >= text.length) {
      at += 1;
      if (fields.some((field) => field !== '')) yield fields;
      fields = [];
    }
  }
}

interface Field {
  readonly value: string;
  /** Where the next sign stands. */
  readonly end: number;
}

function quoted(text: string, start: number): Field {
  let value = '';
  let at = start + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, close);
    if (text[close + 1] !== '"') return { value, end: close + 1 };
    value += '"';
    at = close + 2;
  }
}

function plain(text: string, start: number, separator: string): Field {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
    end += 1;
  return { value: text.slice(start, end), end };
}
