import type { Family, Finding } from '../../src/shared/domain/finding.ts';
import { defaultChoice } from '../../src/shared/domain/plan/plan.ts';
import { findingIdOf } from '../../src/shared/domain/plan/step-about.ts';
import { detect } from '../../src/main/engine/detect/detect.ts';
import { plan } from '../../src/main/engine/plan/plan.ts';
import type { AccuracyCase, Expectation } from './accuracy-case.ts';

/** How well one family, or everything, is recognised: right answers, wrong ones, and products that were missed. */
export interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** What detection says about one case, held against what is right. */
export interface Answer {
  readonly findings: readonly Finding[];
  /** Families of right answers, of findings that nothing asked for, and of products that were missed. */
  readonly right: readonly Family[];
  readonly wrong: readonly Family[];
  readonly missed: readonly Family[];
}

/** A finding counts as right only when everything that the case demands of it is said. */
export function answerTo(each: AccuracyCase): Answer {
  const findings = detect(each.inventory);
  const removed = removalsOf(each, findings);
  const open = new Set(findings);
  const right: Family[] = [];
  const missed: Family[] = [];
  for (const expectation of each.expect) {
    const found = [...open].find((finding) => meets(finding, expectation, removed));
    if (found) open.delete(found);
    if (found) right.push(found.family);
    else missed.push(expectation.family[0]!);
  }
  const wrong = [...open].map(({ family }) => family).filter((f) => !each.allowExtra.includes(f));
  return { findings, right, wrong, missed };
}

interface Removals {
  readonly everything: ReadonlySet<string | null>;
  readonly byDefault: ReadonlySet<string | null>;
}

function removalsOf({ inventory }: AccuracyCase, findings: readonly Finding[]): Removals {
  const removedBy = (all: boolean) =>
    new Set(plan(inventory, findings, { ...defaultChoice, all }).steps.map(findingIdOf));
  return { everything: removedBy(true), byDefault: removedBy(false) };
}

function meets(finding: Finding, wanted: Expectation, removed: Removals): boolean {
  const { product, state, conf, removable, byDefault } = wanted;
  return (
    wanted.family.includes(finding.family) &&
    (product === undefined || product === finding.productId) &&
    (state === undefined || state.includes(finding.state)) &&
    (conf === undefined || conf.includes(finding.confidence)) &&
    (removable === undefined || removable === removed.everything.has(finding.id)) &&
    (byDefault === undefined || byDefault === removed.byDefault.has(finding.id)) &&
    hasParts(finding, wanted)
  );
}

function hasParts(finding: Finding, { parts }: Expectation): boolean {
  const own = finding.parts as Readonly<Record<string, readonly (string | number)[]>>;
  return Object.entries(parts).every(([list, items]) =>
    items.every((name) => own[list]?.includes(name)),
  );
}

/** Adds up the answers, family by family in alphabetical order. */
export function scores(answers: readonly Answer[]): ReadonlyMap<Family, Score> {
  const all = (pick: keyof Omit<Answer, 'findings'>) => answers.flatMap((each) => each[pick]);
  const [right, wrong, missed] = [all('right'), all('wrong'), all('missed')];
  const families = [...new Set([...right, ...wrong, ...missed])].sort();
  const count = (list: readonly Family[], family: Family) =>
    list.filter((each) => each === family).length;
  return new Map(
    families.map((family) => [
      family,
      {
        right: count(right, family),
        wrong: count(wrong, family),
        missed: count(missed, family),
      },
    ]),
  );
}

/** The sum of all families. */
export function total(all: ReadonlyMap<Family, Score>): Score {
  const sum = (pick: keyof Score) => [...all.values()].reduce((so, each) => so + each[pick], 0);
  return { right: sum('right'), wrong: sum('wrong'), missed: sum('missed') };
}

/** Of what is found, the part that is right. */
export function precisionOf({ right, wrong }: Score): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** Of what is there, the part that is found. */
export function recallOf({ right, missed }: Score): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}
