import { describe, expect, it } from 'vitest';
import { productChanges } from '../../../../../src/main/engine/judge/product-changes.ts';
import type { Evidence } from '../../../../../src/shared/domain/finding.ts';
import { message, quoted } from '../../../../../src/shared/domain/message.ts';
import { fateOf, whatIsLeft } from '../../../../../src/shared/domain/run/product-fate.ts';
import {
  aboutOf,
  findingOf,
  planOf,
  recordOf,
  stateOf,
  stepOf,
} from '../../../../support/run-samples.ts';

const found = (id: string, productId = id) => findingOf({ id, productId });
const remains = (id: string, productId = id) => findingOf({ id, productId, state: 'leftover' });

const sign = (ref: string): Evidence => ({
  kind: 'folder',
  ref,
  says: quoted(''),
  strength: 'support',
});

const keptFor = (findingId: string, reason: 'notChosen' | 'leftover') => ({
  findingId,
  name: '',
  reason,
  explanation: message(`kept.${reason}`),
});

const plan = planOf({
  steps: [],
  kept: [keptFor('vpn', 'notChosen'), keptFor('old', 'leftover')],
});

describe('what became of the products', () => {
  const facts = {
    findingsBefore: [found('gone'), found('rest'), found('still'), found('vpn'), remains('old')],
    findingsAfter: [remains('rest'), found('still'), found('vpn'), remains('old')],
    plan,
  };

  it('is said of each once', () => {
    expect(
      productChanges(facts).map((change) => [change.id, fateOf(change, { state: null })]),
    ).toEqual([
      ['gone', 'gone'],
      ['rest', 'leftover'],
      ['still', 'still'],
      ['vpn', 'kept'],
      ['old', 'leftover'],
    ]);
  });

  it('calls gone what leaves harmless traces only, and not what leaves more', () => {
    const left = (...harmless: readonly boolean[]) => ({
      state: stateOf({
        remains: ['rest', 'old'].map((id, index) => ({
          ...remains(id),
          harmless: harmless[index] ?? false,
        })),
      }),
    });
    const changes = productChanges(facts).filter(({ after }) => after === 'leftover');
    const fates = [left(true, true), left(false, true), left(true, false)].map((state) =>
      changes.map((change) => fateOf(change, state)),
    );
    expect(fates).toEqual([
      ['gone', 'traces'],
      ['leftover', 'traces'],
      ['gone', 'leftover'],
    ]);
  });

  it('leaves out of what is left only what was left on purpose', () => {
    expect(whatIsLeft(recordOf(facts)).map(({ id }) => id)).toEqual(['rest', 'still', 'old']);
  });

  it('knows a product by its row of the catalog when its remains have another id', () => {
    const changes = productChanges({
      findingsBefore: [found('pm@{1}', 'pm')],
      findingsAfter: [remains('pm@c:\\pm', 'pm'), remains('pm@hklm', 'pm')],
      plan,
    });
    expect(changes).toMatchObject([
      { before: 'installed', after: 'leftover', findingIds: ['pm@c:\\pm', 'pm@hklm'] },
    ]);
  });

  it('tells two copies apart by what they are known by', () => {
    const before = ['21.3', '21.19'].map((version) =>
      findingOf({ id: `av@${version}`, productId: 'av', version, evidence: [sign(version)] }),
    );
    const rest = findingOf({
      id: 'av@folder',
      productId: 'av',
      state: 'leftover',
      evidence: [sign('21.19')],
    });
    const changes = productChanges({ findingsBefore: before, findingsAfter: [rest], plan });
    expect(changes.map(({ version, after }) => [version, after])).toEqual([
      ['21.3', 'none'],
      ['21.19', 'leftover'],
    ]);
  });

  it('does not call new what was a part of a product and outlives it', () => {
    const product = findingOf({ id: 'av', productId: 'av', evidence: [sign('AA'), sign('BB')] });
    const part = findingOf({
      id: 'root',
      productId: 'root',
      state: 'leftover',
      evidence: [sign('aa')],
    });
    const changes = productChanges({ findingsBefore: [product], findingsAfter: [part], plan });
    expect(changes.map(({ id, before, after }) => [id, before, after])).toEqual([
      ['av', 'installed', 'none'],
      ['root', 'installed', 'leftover'],
    ]);
  });

  it('calls new what nothing of before explains', () => {
    const changes = productChanges({ findingsBefore: [], findingsAfter: [remains('x')], plan });
    expect(changes).toMatchObject([{ before: 'none', after: 'leftover' }]);
  });

  it('does not count as kept what was to be removed', () => {
    const wanted = planOf({
      steps: [stepOf({ about: aboutOf({ findingId: 'av' }) })],
      kept: [keptFor('av', 'notChosen')],
    });
    const changes = productChanges({
      findingsBefore: [found('av')],
      findingsAfter: [found('av')],
      plan: wanted,
    });
    expect(changes.map((change) => fateOf(change, { state: null }))).toEqual(['still']);
  });
});
