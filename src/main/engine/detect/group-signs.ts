import type { Family } from '../../../shared/domain/finding.ts';
import { compareVersions } from '../../../shared/windows/version.ts';
import { productById } from '../../catalog/products/products.ts';
import { versionOfLine } from './vendor/matchers.ts';
import type { Sign } from './sign.ts';

/** Signs of one product. */
export interface SignGroup {
  readonly signs: readonly Sign[];
  /** Whose it is where nothing registers it but what a person could have written; null for what is the machine's. */
  readonly person: string | null;
}

interface Group {
  readonly signs: Sign[];
  readonly codes: Set<string>;
  readonly lines: Set<string>;
  readonly folders: Set<string>;
}

interface Candidate {
  readonly group: Group;
  readonly family: Family;
  readonly versions: readonly string[];
}

/**
 * Brings the signs of one product together. First the registrations, by product code; then everything else,
 * by line, then by folder, then by family. What finds no product becomes a group of its own. The result does
 * not depend on the order of the signs.
 *
 * What a person registers for themselves stays apart from what the machine does: it joins nothing of the machine's, and
 * draws nothing to itself but what is that person's too.
 */
export function groupSigns(
  registrations: readonly Sign[],
  satellites: readonly Sign[],
): readonly SignGroup[] {
  const machine = new Book(null);
  const persons = new Map<string, Book>();
  const bookOf = (person: string | null) => {
    const book = person === null ? machine : (persons.get(person) ?? new Book(person));
    if (person !== null) persons.set(person, book);
    return book;
  };
  for (const each of sorted(registrations, registrationOrder)) bookOf(each.person).register(each);
  const books = [machine, ...persons.values()];
  for (const book of books) book.settle();
  for (const each of sorted(satellites, satelliteOrder)) {
    const open = books.filter(({ person }) => person === null || person === each.person);
    const home =
      firstOf(open, (book) => book.linked(each)) ?? firstOf(open, (book) => book.related(each));
    if (home) home.book.add(home.group, each);
    else machine.addOrphan(each);
  }
  return books.flatMap((book) => book.all());
}

class Book {
  readonly person: string | null;
  #candidates: readonly Candidate[] = [];
  readonly #groups: Group[] = [];
  readonly #byCode = new Map<string, Group>();
  readonly #byLine = new Map<string, Group>();
  readonly #byFolder = new Map<string, Group[]>();
  readonly #bySame = new Map<string, Group>();
  readonly #orphans = new Map<string, Candidate>();

  constructor(person: string | null) {
    this.person = person;
  }

  register(sign: Sign): void {
    this.add(this.#homeOf(sign) ?? this.#newGroup(), sign);
  }

  /**
   * All registrations are in. Newest first, because what names no version most likely belongs to the product in use.
   */
  settle(): void {
    this.#candidates = this.#groups
      .map((group) => ({
        group,
        family: familyOf(group),
        version: versionOf(group),
        versions: versionsOf(group),
        id: idOf(group),
      }))
      .sort((a, b) => compareVersions(b.version, a.version) || (a.id < b.id ? -1 : 1));
  }

  /** The product that its line or its folder names. */
  linked(sign: Sign): Group | undefined {
    const byLine = sign.line === null ? undefined : this.#byLine.get(sign.line);
    return byLine ?? (sign.folder === null ? undefined : this.#byFolder.get(sign.folder)?.[0]);
  }

  related(sign: Sign): Group | undefined {
    return this.#candidates.find((candidate) => couldBelong(sign, candidate))?.group;
  }

  /** What finds no product is one of its own. */
  addOrphan(sign: Sign): void {
    const home = this.#orphanHome(sign);
    if (home) this.add(home, sign);
  }

  all(): readonly SignGroup[] {
    return this.#groups.map(({ signs }) => ({ signs, person: this.person }));
  }

  #homeOf(sign: Sign): Group | undefined {
    const byCode = sign.code === null ? undefined : this.#byCode.get(sign.code);
    if (byCode) return byCode;
    const byLine = sign.line === null ? undefined : this.#byLine.get(sign.line);
    if (byLine && (sign.code === null || byLine.codes.size === 0)) return byLine;
    // A key that names a product Windows Installer no longer knows still describes the product in its folder.
    const mayShare = sign.code === null || sign.evidence.kind === 'environmentKey';
    const byFolder = mayShare && sign.folder !== null ? this.#byFolder.get(sign.folder) : undefined;
    const neighbour = byFolder?.find(
      (group) => isSameFamily(sign, group) && !isOtherVersion(sign.line, versionsOf(group)),
    );
    return neighbour ?? (sign.sameAs === null ? undefined : this.#bySame.get(sign.sameAs));
  }

  #orphanHome(sign: Sign): Group | undefined {
    if (sign.orphanOf === null) return undefined;
    const key = `${sign.orphanOf}\n${sign.line ?? ''}`;
    const known =
      this.#orphans.get(key) ?? (sign.line === null ? this.#relatedOrphan(sign) : undefined);
    if (known && !hasOtherFolder(sign, known.group)) return known.group;
    const group = this.#newGroup();
    const { family } = productById(sign.orphanOf);
    if (!known) this.#orphans.set(key, { group, family, versions: [] });
    return group;
  }

  /** Remains of the same product, or machinery that only its family tells apart. */
  #relatedOrphan(sign: Sign): Candidate | undefined {
    const isMachinery = machinery.has(sign.evidence.kind);
    for (const [key, orphan] of this.#orphans) {
      if (key.startsWith(`${sign.orphanOf}\n`)) return orphan;
      if (isMachinery && sign.families.includes(orphan.family)) return orphan;
    }
    return undefined;
  }

  #newGroup(): Group {
    const group = {
      signs: [],
      codes: new Set<string>(),
      lines: new Set<string>(),
      folders: new Set<string>(),
    };
    this.#groups.push(group);
    return group;
  }

  add(group: Group, sign: Sign): void {
    group.signs.push(sign);
    if (sign.code !== null) {
      group.codes.add(sign.code);
      if (!this.#byCode.has(sign.code)) this.#byCode.set(sign.code, group);
    }
    if (sign.line !== null) {
      group.lines.add(sign.line);
      if (!this.#byLine.has(sign.line)) this.#byLine.set(sign.line, group);
    }
    if (sign.sameAs !== null && !this.#bySame.has(sign.sameAs))
      this.#bySame.set(sign.sameAs, group);
    if (sign.folder !== null && !group.folders.has(sign.folder)) {
      group.folders.add(sign.folder);
      this.#byFolder.set(sign.folder, [...(this.#byFolder.get(sign.folder) ?? []), group]);
    }
  }
}

/** The first book with a place for a sign, and that place. */
function firstOf(books: readonly Book[], find: (book: Book) => Group | undefined) {
  for (const book of books) {
    const group = find(book);
    if (group) return { book, group };
  }
  return null;
}

/** Nothing links the sign to a product, so its family does, unless both name different versions. */
function couldBelong(sign: Sign, { group, family, versions }: Candidate): boolean {
  if (sign.line !== null && group.lines.size > 0) return false;
  return sign.families.includes(family) && !isOtherVersion(sign.line, versions);
}

/** The line of 21.3 belongs to 21.3.10 and not to 21.25; where a version is not known, nothing speaks against it. */
function isOtherVersion(line: string | null, versions: readonly string[]): boolean {
  const wanted = line === null ? null : versionOfLine(line);
  if (wanted === null || versions.length === 0) return false;
  return !versions.some((version) => isPartOf(wanted, version));
}

/** Compares as many numbers as both have. */
function isPartOf(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => text.match(/\d+/g)?.map(Number) ?? []);
  return (left ?? []).every((number, at) => number === (right?.[at] ?? number));
}

function isSameFamily(sign: Sign, group: Group): boolean {
  if (sign.productId === null) return sign.evidence.kind === 'environmentKey';
  return productById(sign.productId).family === familyOf(group);
}

function hasOtherFolder(sign: Sign, group: Group): boolean {
  if (sign.folder === null || group.folders.size === 0 || sign.line !== null) return false;
  return !group.folders.has(sign.folder);
}

function familyOf(group: Group): Family {
  return productById(productOf(group.signs)).family;
}

/** The product the best sign names. Among equals the first row of the catalog would do; ids keep it stable. */
export function productOf(signs: readonly Sign[]): string {
  let best: Sign | null = null;
  for (const sign of signs) {
    if (sign.productId === null) continue;
    if (
      best === null ||
      sign.rank > best.rank ||
      (sign.rank === best.rank && sign.productId < (best.productId ?? ''))
    ) {
      best = sign;
    }
  }
  return (
    best?.productId ?? signs.find((sign) => sign.orphanOf !== null)?.orphanOf ?? 'kaspersky-other'
  );
}

function versionOf(group: Group): string | null {
  return group.signs
    .map((sign) => sign.version)
    .reduce((a, b) => (compareVersions(a, b) >= 0 ? a : b), null);
}

/** What the registrations of a product say; where they say nothing, the version in the name of its folder. */
function versionsOf({ signs, folders }: Group): readonly string[] {
  const said = signs.flatMap(({ version }) => (/\d/.test(version ?? '') ? (version ?? []) : []));
  if (said.length > 0) return said;
  return [...folders].flatMap((folder) => / (\d+(?:\.\d+)+)$/.exec(folder)?.[1] ?? []);
}

/** What tells two copies of a product apart and stays the same while parts of it go. */
export function idOf(group: { readonly signs: readonly Sign[] }): string {
  const best = (pick: (sign: Sign) => string | null) =>
    group.signs
      .map(pick)
      .filter((text) => text !== null)
      .sort()[0];
  return (
    best((sign) => sign.line) ??
    best((sign) => sign.code) ??
    best((sign) => sign.folder) ??
    best(keyNameOf) ??
    ''
  );
}

const machinery = new Set<string>([
  'service',
  'driver',
  'process',
  'networkComponent',
  'classFilter',
  'deviceFilter',
  'networkAdapter',
]);

const kindOrder = ['installerProduct', 'program', 'environmentKey'];

function keyNameOf({ evidence }: Sign): string | null {
  return evidence.kind === 'program'
    ? evidence.ref.slice(evidence.ref.lastIndexOf('\\') + 1)
    : null;
}

/** Windows Installer first, entries with a code before entries without. */
function registrationOrder(sign: Sign): string {
  return `${sign.code === null ? 1 : 0}${kindOrder.indexOf(sign.evidence.kind)}${sign.evidence.ref.toLowerCase()}`;
}

/** What names a version first, then what names a folder, so that vaguer signs find their group. */
function satelliteOrder(sign: Sign): string {
  return `${sign.line === null ? 1 : 0}${sign.folder === null ? 1 : 0}${sign.evidence.kind}${sign.evidence.ref.toLowerCase()}`;
}

function sorted(signs: readonly Sign[], key: (sign: Sign) => string): Sign[] {
  return signs
    .map((sign) => ({ sign, key: key(sign) }))
    .sort((a, b) => compareTexts(a.key, b.key) || compareSigns(a.sign, b.sign))
    .map(({ sign }) => sign);
}

/** Only for the rare signs that share a name: whatever order, as long as it is always the same. */
function compareSigns(a: Sign, b: Sign): number {
  return compareTexts(JSON.stringify(a), JSON.stringify(b));
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
