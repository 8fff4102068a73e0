import { folded, NameFinder, type Span } from './name-finder.ts';
import { accountsAt, kindOfLabel, namesByPlace, type NameKind } from './places-of-names.ts';
import { spellingsOf, type Name } from './spellings.ts';
import { isEverybodys, isMakersServer, subjects } from './words-that-stay.ts';

/** Who or what is meant by a name; all its spellings and telling parts mean the same. */
interface Meant {
  readonly kind: NameKind;
  readonly whole: string;
}

/**
 * Takes personal data out of several texts in the same way, so that they can still be compared. A name is known because it
 * was given, or because it stands in a text where names stand; from then on it goes wherever it is written.
 */
export class IdentityRedactor {
  /** With what the bundle is about, which is nobody's name, whoever is called so. */
  readonly #names = new NameFinder<Meant | 'subject'>();
  readonly #standIns = new Map<string, string>();
  readonly #counts = new Map<NameKind, number>();

  constructor(known: readonly Name[]) {
    for (const subject of subjects) this.#names.add(subject, 'subject');
    for (const name of known) this.#learnName(name);
  }

  /** Learns the names that a text tells; every text is learned before the first is redacted. `label` is what it is called. */
  learn(text: string, label = ''): void {
    const kind = kindOfLabel(label);
    if (kind !== null) this.#learnName({ kind, name: text });
    if (isVersion(text, label)) this.#names.add(text, 'subject');
    for (const { start, end, found } of namesByPlace(text, label))
      this.#learnName({ kind: found, name: text.slice(start, end) });
  }

  /** Learns who stands behind a domain that another text told, as in `office\marta`. */
  learnAccounts(text: string): void {
    for (const { start, end } of accounts(text, nobodysLeftOut(this.#names.find(text))))
      this.#learnName({ kind: 'person', name: text.slice(start, end) });
  }

  redact(text: string, label = ''): string {
    const kind = kindOfLabel(label);
    return kind === null || isLeft(kind, text)
      ? this.#redactText(text, label)
      : this.#standIn(this.#meant(kind, text));
  }

  #learnName({ kind, name }: Name): void {
    const whole = trimmed(name);
    if (isLeft(kind, whole)) return;
    for (const spelling of spellingsOf({ kind, name: whole })) {
      const meant = spelling.kind === kind ? whole : spelling.name;
      this.#names.add(spelling.name, { kind: spelling.kind, whole: folded(meant) });
    }
  }

  #redactText(text: string, label: string): string {
    const known = nobodysLeftOut(this.#names.find(text));
    const spans = [
      ...placed(text, label, known).flatMap(({ start, end, found: kind }) => {
        const name = text.slice(start, end);
        const isKept = kind === 'address' && this.#names.get(name) === 'subject';
        return isKept ? [] : [{ start, end, found: this.#meant(kind, name) }];
      }),
      ...known.map((span) => wholeHost(text, span)),
    ];
    let redacted = '';
    let done = 0;
    for (const { start, end, found } of merged(spans)) {
      redacted += text.slice(done, start) + this.#standIn(found);
      done = end;
    }
    return redacted + text.slice(done);
  }

  #meant(kind: NameKind, name: string): Meant {
    const known = this.#names.get(trimmed(name));
    return known === undefined || known === 'subject'
      ? { kind, whole: folded(trimmed(name)) }
      : known;
  }

  /** The same for the same, in every text. */
  #standIn({ kind, whole }: Meant): string {
    const key = `${kind}:${whole}`;
    const known = this.#standIns.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const standIn = `[${kind}-${count}]`;
    this.#standIns.set(key, standIn);
    return standIn;
  }
}

/** A version has the shape of an address; where it is called one it is no address anywhere. */
function isVersion(text: string, label: string): boolean {
  return /version$/i.test(label) && /^\d+(?:\.\d+){3}$/.test(text);
}

/** A path may end a sentence. */
function trimmed(name: string): string {
  return name.trim().replace(/[.,]+$/, '');
}

/** Whether what stands in the place of a name names nobody in particular. */
function isLeft(kind: NameKind, name: string): boolean {
  if (kind === 'server') return isEverybodys(name) || isMakersServer(name);
  if (kind === 'mail') return isMakersServer(name.split('@').at(-1) ?? '');
  return isEverybodys(name);
}

/** What stands where names stand, or behind a domain that is known. */
function placed(
  text: string,
  label: string,
  known: readonly Span<Meant>[],
): readonly Span<NameKind>[] {
  return [...namesByPlace(text, label), ...accounts(text, known)].filter(
    ({ start, end, found }) => !isLeft(found, trimmed(text.slice(start, end))),
  );
}

function accounts(text: string, known: readonly Span<Meant>[]): readonly Span<NameKind>[] {
  return known
    .filter(({ found: { kind } }) => kind === 'organization' || kind === 'computer')
    .flatMap((span) => accountsAt(text, span));
}

/** Names that are no part of a longer name of what the bundle is about. */
function nobodysLeftOut(spans: readonly Span<Meant | 'subject'>[]): readonly Span<Meant>[] {
  let until = 0;
  return spans.toSorted(byPlace).flatMap(({ start, end, found }) => {
    if (found !== 'subject') return end > until ? [{ start, end, found }] : [];
    until = Math.max(until, end);
    return [];
  });
}

/** Every host of a domain that is known. */
function wholeHost(text: string, span: Span<Meant>): Span<Meant> {
  if (!text.slice(span.start, span.end).includes('.')) return span;
  const before = text.slice(Math.max(0, span.start - 253), span.start);
  const start = span.start - (/(?:[\p{L}\p{N}_-]{1,63}\.)+$/u.exec(before)?.[0].length ?? 0);
  const whole = folded(text.slice(start, span.end));
  return start === span.start ? span : { start, end: span.end, found: { kind: 'server', whole } };
}

/** In their order, and those that overlap as one. */
function merged(spans: readonly Span<Meant>[]): readonly Span<Meant>[] {
  const whole: Span<Meant>[] = [];
  for (const span of spans.toSorted(byPlace)) {
    const last = whole.at(-1);
    if (last === undefined || span.start >= last.end) whole.push(span);
    else if (span.end > last.end) whole[whole.length - 1] = { ...last, end: span.end };
  }
  return whole;
}

/** Of two that begin at the same place the longer is first. */
function byPlace(one: Span<unknown>, other: Span<unknown>): number {
  return one.start - other.start || other.end - one.end;
}
