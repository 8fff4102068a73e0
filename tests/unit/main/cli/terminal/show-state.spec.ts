import { expect, it } from 'vitest';
import { showPlan } from '../../../../../src/main/cli/terminal/show-plan.ts';
import { showState } from '../../../../../src/main/cli/terminal/show-state.ts';
import { answerAbout } from '../../../../../src/main/session/decisions.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { accuracyCases } from '../../../../accuracy/accuracy-case.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

it.each(['report-input-filters-left', 'report-vpn-only', 'report-endpoint-ru'])(
  'the answer about a computer ends with one empty line, with dangers or without: %s',
  (id) => {
    const terminal = new FakeTerminal();
    const { inventory } = accuracyCases().find((each) => each.id === id)!;
    const { state, plan } = answerAbout(inventory, defaultChoice);
    showState(terminal, english, state, plan);
    expect(terminal.text).toMatch(/\S\n$/);
  },
);

it('says of a danger that a step mends it, and of no other', () => {
  const told = ['report-input-filters-left', 'drivers-disabled-by-script'].map((id) => {
    const terminal = new FakeTerminal();
    const { inventory } = accuracyCases().find((each) => each.id === id)!;
    const { state, plan } = answerAbout(inventory, defaultChoice);
    showState(terminal, english, state, plan);
    return /before cutover remove has mended this|cutover remove mends this/.test(
      terminal.text.replaceAll(/\s+/g, ' '),
    );
  });
  expect(told).toEqual([true, false]);
});

it('names a driver once in the sentence that says why it stays', () => {
  const terminal = new FakeTerminal();
  const { inventory } = accuracyCases().find((each) => each.id === 'ru-klmouflt-kept')!;
  showPlan(terminal, english, answerAbout(inventory, defaultChoice).plan);
  expect(terminal.text).toContain('– klmouflt is at work in Windows');
  expect(terminal.text).not.toContain('klmouflt: klmouflt');
});
