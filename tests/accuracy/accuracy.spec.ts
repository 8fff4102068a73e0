import { describe, expect, it } from 'vitest';
import { defaultChoice } from '../../src/shared/domain/plan/plan.ts';
import { detect } from '../../src/main/engine/detect/detect.ts';
import { dangers } from '../../src/main/engine/plan/dangers.ts';
import { plan } from '../../src/main/engine/plan/plan.ts';
import { protection } from '../../src/main/engine/protection/protection.ts';
import { accuracyCases } from './accuracy-case.ts';
import { answerTo, precisionOf, recallOf, scores, total } from './measure.ts';

const cases = accuracyCases().map((each) => ({ name: each.id, each }));
const judged = cases.flatMap(({ name, each }) =>
  each.protection === undefined ? [] : [{ name, each, verdicts: each.protection }],
);
const withEvidence = cases.filter(({ each }) => each.evidence.length > 0);
const withHazards = cases.filter(({ each }) => each.hazards.length > 0);

describe('what is said of a public record', () => {
  it.each(cases)('is right: $name', ({ each }) => {
    const { right, wrong, missed } = answerTo(each);
    expect({ right: right.length, wrong, missed }).toEqual({
      right: each.expect.length,
      wrong: [],
      missed: [],
    });
  });

  it.each(withEvidence)('names its reasons: $name', ({ each }) => {
    const reasons = detect(each.inventory).flatMap(({ evidence }) =>
      evidence.map(({ kind, ref }) => `${kind}:${ref}`),
    );
    expect(reasons).toEqual(expect.arrayContaining([...each.evidence]));
  });

  it.each(withHazards)('warns: $name', ({ each }) => {
    const { hazards } = plan(each.inventory, detect(each.inventory), defaultChoice);
    expect(hazards.map(({ id }) => id)).toEqual(expect.arrayContaining([...each.hazards]));
  });

  it.each(cases)('knows what is dangerous: $name', ({ each }) => {
    const found = dangers(each.inventory, detect(each.inventory));
    expect(found.map(({ id }) => id)).toEqual(each.dangers);
  });

  it.each(judged)('knows what protects: $name', ({ each, verdicts }) => {
    expect(verdicts).toContain(protection(each.inventory).verdict);
  });
});

describe('the accuracy of detection', () => {
  it('stays above what was promised', () => {
    const score = total(scores(cases.map(({ each }) => answerTo(each))));
    expect({
      precision: precisionOf(score) >= 0.98,
      recall: recallOf(score) >= 0.97,
    }).toEqual({ precision: true, recall: true });
  });
});
