import {
  checkContracts,
  type CheckAnswer,
  type CheckContractName,
} from '../../../shared/domain/run/check-contracts.ts';
import type { State } from '../../../shared/domain/state/state.ts';
import { stateSentences } from '../../../shared/words/state-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { jsonText } from '../../report/json-text.ts';
import { checkChoice } from '../flags/check-choice.ts';
import { choiceFrom, type ChoiceOptions } from '../flags/choice-options.ts';
import type { CommandEnd } from '../results/command-end.ts';
import { wordsOf } from '../terminal/said.ts';
import { loadAnswer } from '../flags/load-answer.ts';
import type { SourceOptions } from '../flags/source.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface CheckOptions extends SourceOptions, ChoiceOptions {
  readonly contract?: CheckContractName;
  readonly json?: boolean;
}

/** What the check says, whoever asks. */
interface Checked {
  /** Null where the question could not be put. */
  readonly state: State | null;
  /** One line, short enough for every console. */
  readonly line: string;
}

/** `cutover check`: is Kaspersky gone and the computer protected, in the contract of whoever asks. */
export async function checkCommand(
  options: CheckOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const wrong = checkChoice(choiceFrom(options));
  if (wrong !== null) return wrong;
  const { answers } = checkContracts[options.json ? 'json' : (options.contract ?? 'plain')];
  const answer = await loadAnswer(options, choiceFrom(options), terminal, words);
  if (!answer.ok) {
    const line = (answer.end.says ?? []).map((said) => wordsOf(said, words)).join(' ');
    const told = tell({ state: null, line }, answers.failed, terminal);
    // A contract that names codes of ours gets the one that says what failed.
    return typeof answers.failed.exit === 'string' ? { exit: answer.end.exit } : told;
  }
  const { state } = answer.value;
  const line = words.sentences(stateSentences(state));
  return tell({ state, line }, answers[state.verdict], terminal);
}

/** Longest text that an Intune remediation keeps, in characters. */
const longestLine = 2048;

function tell(checked: Checked, answer: CheckAnswer, terminal: Terminal): CommandEnd {
  const line = checked.line.replaceAll(/\s+/g, ' ').slice(0, longestLine);
  if (answer.stdout === 'line') terminal.out(line);
  if (answer.stdout === 'json') terminal.out(jsonText(documentOf(checked)));
  if (answer.stderr === 'line') terminal.err(line);
  if (typeof answer.exit === 'string') return { exit: answer.exit };
  return { exit: answer.exit === 0 ? 'success' : 'defect', code: answer.exit };
}

function documentOf({ state, line }: Checked) {
  return {
    format: 'cutover-check/2',
    verdict: state?.verdict ?? 'failed',
    changed: false,
    failed: state === null,
    msg: line,
    state,
  };
}
