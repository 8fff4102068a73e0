import type { Translator } from '../../../shared/words/translator.ts';
import { answerAbout } from '../../session/decisions.ts';
import { jsonText } from '../../report/json-text.ts';
import { choiceFrom, type ChoiceOptions } from '../flags/choice-options.ts';
import { checkChoice } from '../flags/check-choice.ts';
import { done, type CommandEnd } from '../results/command-end.ts';
import { loadInventory, type SourceOptions } from '../flags/source.ts';
import { showGaps } from '../terminal/show-gaps.ts';
import { showPlan } from '../terminal/show-plan.ts';
import { showState } from '../terminal/show-state.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface PlanOptions extends SourceOptions, ChoiceOptions {
  readonly json?: boolean;
}

/** `cutover plan`: the ordered steps and every hazard, before anything happens. */
export async function planCommand(
  options: PlanOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const choice = choiceFrom(options);
  const wrong = checkChoice(choice);
  if (wrong !== null) return wrong;
  const inventory = await loadInventory(options, terminal, words);
  if (!inventory.ok) return inventory.end;
  const { plan, state } = answerAbout(inventory.value, choice);
  if (options.json) terminal.out(jsonText({ ...plan, state }));
  else {
    showState(terminal, words, state);
    showPlan(terminal, words, plan);
    showGaps(terminal, words, inventory.value);
  }
  return done;
}
