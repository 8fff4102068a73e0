/** What the file of a driver's package says of it; null where it says nothing. */
export interface InfFacts {
  readonly provider: string | null;
  readonly className: string | null;
  readonly classGuid: string | null;
  /** Of the signature of the package. */
  readonly catalog: string | null;
  /** Identifiers of devices and components of the network that it is for. */
  readonly hardwareIds: readonly string[];
  /** Services and drivers that it registers. */
  readonly services: readonly string[];
}

interface Entry {
  /** Empty where the line has none. */
  readonly key: string;
  readonly values: readonly string[];
}

type Sections = ReadonlyMap<string, readonly Entry[]>;

/**
 * Reads the parts of an `.inf` file that tell whose it is and what for. Tolerant on purpose, as Windows is: what cannot be
 * understood is left out. Source: Microsoft, driver docs, "General Syntax Rules for INF Files", "INF Version Section", "INF
 * Manufacturer Section", "INF Models Section", "INF AddService Directive".
 */
export function parseInf(text: string): InfFacts {
  const sections = sectionsIn(text);
  const strings = stringsIn(sections);
  const told = (value: string | undefined) => filledIn(value ?? '', strings) || null;
  const version = (name: string) =>
    told(entries(sections, 'version').find(({ key }) => isSame(key, name))?.values[0]);
  return {
    provider: version('Provider'),
    className: version('Class'),
    classGuid: version('ClassGuid'),
    catalog: version('CatalogFile') ?? version('CatalogFile.NTamd64'),
    hardwareIds: distinct(
      modelSections(sections)
        .flatMap(({ values }) => values.slice(1))
        .flatMap((id) => told(id) ?? []),
    ),
    services: distinct(
      [...sections.values()]
        .flat()
        .filter(({ key }) => isSame(key, 'AddService'))
        .flatMap(({ values }) => told(values[0]) ?? []),
    ),
  };
}

/** `%maker% = Models, NTamd64, NTamd64.6.1` names the sections `Models`, `Models.NTamd64` and `Models.NTamd64.6.1`. */
function modelSections(sections: Sections): readonly Entry[] {
  const names = entries(sections, 'manufacturer').flatMap(({ key, values: [models, ...systems] }) =>
    [models ?? key, ...systems.map((system) => `${models}.${system}`)].map(lower),
  );
  return [...new Set(names)].flatMap((name) => entries(sections, name));
}

function stringsIn(sections: Sections): ReadonlyMap<string, string> {
  const named = [...sections].filter(([name]) => /^strings(?:\.|$)/.test(name));
  // Those of no language come before those of one.
  const ordered = named.toSorted(([one], [other]) => one.length - other.length);
  const strings = new Map<string, string>();
  for (const { key, values } of ordered.flatMap(([, each]) => each))
    if (!strings.has(lower(key))) strings.set(lower(key), values.join(','));
  return strings;
}

function filledIn(value: string, strings: ReadonlyMap<string, string>): string {
  return value.replace(/%([^%]*)%/g, (whole, name: string) =>
    name === '' ? '%' : (strings.get(lower(name)) ?? whole),
  );
}

function sectionsIn(text: string): Sections {
  const sections = new Map<string, Entry[]>();
  let current: Entry[] | null = null;
  for (const line of linesOf(text)) {
    const name = /^\[([^\]]*)\]/.exec(line)?.[1];
    if (name === undefined) current?.push(entryOf(line));
    else {
      current = sections.get(lower(name.trim())) ?? [];
      sections.set(lower(name.trim()), current);
    }
  }
  return sections;
}

/** Without comments and empty lines; one that ends with a backslash goes on with the next. */
function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => /^(?:[^;"]+|"[^"]*(?:"|$))*/.exec(line)?.[0].trim() ?? '')
    .join('\n')
    .replace(/\\\n/g, '')
    .split('\n')
    .filter((line) => line !== '');
}

/** `key = value, "value, with a comma"`. */
function entryOf(line: string): Entry {
  const at = /^(?:[^="]+|"[^"]*(?:"|$))*/.exec(line)?.[0].length ?? line.length;
  const hasKey = at < line.length;
  return {
    key: hasKey ? unquoted(line.slice(0, at)) : '',
    values: partsOf(hasKey ? line.slice(at + 1) : line).map(unquoted),
  };
}

function partsOf(list: string): readonly string[] {
  const parts = `,${list}`.match(/,(?:[^,"]+|"[^"]*(?:"|$))*/g) ?? [];
  return parts.map((part) => part.slice(1));
}

function unquoted(text: string): string {
  return text.replace(/"/g, '').trim();
}

function entries(sections: Sections, name: string): readonly Entry[] {
  return sections.get(name) ?? [];
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function lower(text: string): string {
  return text.toLowerCase();
}

function isSame(one: string, other: string): boolean {
  return lower(one) === lower(other);
}
