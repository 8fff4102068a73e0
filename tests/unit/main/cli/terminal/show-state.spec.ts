import { expect, it } from 'vitest';
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
    showState(terminal, english, answerAbout(inventory, defaultChoice).state);
    expect(terminal.text).toMatch(/\S\n$/);
  },
);
