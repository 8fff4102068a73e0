import { expect, it, onTestFinished } from 'vitest';
import { Place } from '../../kill/place.ts';
import { scenarios } from '../../kill/scenarios.ts';
import { boundaries, differences, linesOf, makeReference, tryTrial } from '../../kill/trials.ts';

it('the kill matrix dies where it is told to, goes on from there, and would tell another end', async () => {
  const scenario = scenarios.find(({ name }) => name === 'half-removed remove');
  if (scenario === undefined) throw new Error('The scenario has another name.');
  const place = new Place(scenario.computer, 'src/main/console.ts');
  onTestFinished(() => place.remove());
  const reference = await makeReference(place, scenario);
  if (reference === null) throw new Error('A removal needs no restart before it.');
  const lines = linesOf(reference.touches, boundaries(reference.touches));
  const torn = lines.findLast(({ name }) => name.endsWith('torn'));
  if (torn === undefined) throw new Error('It wrote no journal.');
  const verdict = await tryTrial(place, scenario, reference, torn, '5');
  const { end, told } = reference;
  const machine = { ...scenario.computer.inventory, services: null };
  expect([
    verdict.kills > 0,
    verdict.divergences,
    differences(reference, { end: { ...end, exit: 'defect', machine }, told }, 'same'),
  ]).toEqual([
    true,
    [],
    [
      `exit: "defect" in place of "${end.exit}"`,
      expect.stringMatching(/^the computer differs in .*services/),
    ],
  ]);
}, 120_000);

it('the kill matrix dies before every change of the disk and in the middle of each content', () => {
  const touches = ['change', 'line', 'change', 'change', 'content'] as const;
  const all = boundaries(touches);
  expect([all, linesOf(touches, all)].map((some) => some.map(({ name }) => name))).toEqual([
    ['1', '2', '2torn', '3', '4', '5', '5torn'],
    ['2', '2torn', '3'],
  ]);
});
