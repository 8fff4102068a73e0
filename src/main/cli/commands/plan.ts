import { stateSentences } from '../../../shared/words/state-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { choiceFrom, type ChoiceOptions } from '../flags/choice-options.ts';
import { checkChoice } from '../flags/check-choice.ts';
import { answered, type CommandEnd } from '../results/command-end.ts';
import { loadAnswer } from '../flags/load-answer.ts';
import type { SourceOptions } from '../flags/source.ts';
import { showGaps } from '../terminal/show-gaps.ts';
import { showPlan } from '../terminal/show-plan.ts';
import { showPractice } from '../terminal/show-practice.ts';
import { showState } from '../terminal/show-state.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface PlanOptions extends SourceOptions, ChoiceOptions {}

/** `cutover plan`: the ordered steps and every hazard, before anything happens. */
export async function planCommand(
  options: PlanOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const choice = choiceFrom(options);
  const wrong = checkChoice(choice);
  if (wrong !== null) return wrong;
  const answer = await loadAnswer(options, choice, terminal, words);
  if (!answer.ok) return answer.end;
  const { inventory, plan, state } = answer.value;
  if (options.from === undefined) showPractice(terminal, words, options);
  showState(terminal, words, state, plan);
  showPlan(terminal, words, plan);
  showGaps(terminal, words, inventory);
  return answered({ msg: words.sentences(stateSentences(state)), state, plan });
}
