import { message } from '../../../shared/domain/message.ts';
import {
  checkContracts,
  nextAntivirusContract,
  type CheckAnswer,
  type CheckContractName,
} from '../../../shared/domain/run/check-contracts.ts';
import { nextAntivirusSentences } from '../../../shared/words/next-antivirus-words.ts';
import { stateSentences } from '../../../shared/words/state-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { nextAntivirus } from '../../engine/judge/next-antivirus.ts';
import { checkChoice } from '../flags/check-choice.ts';
import { choiceFrom, type ChoiceOptions } from '../flags/choice-options.ts';
import { ended, type CommandEnd } from '../results/command-end.ts';
import { wordsOf } from '../terminal/said.ts';
import { loadAnswer } from '../flags/load-answer.ts';
import type { SourceOptions } from '../flags/source.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface CheckOptions extends SourceOptions, ChoiceOptions {
  readonly contract?: CheckContractName;
  readonly json?: boolean;
}

/** `cutover check`: is Kaspersky gone and the computer protected, or may another antivirus come, in the contract of whoever asks. */
export async function checkCommand(
  options: CheckOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const wrong = checkChoice(choiceFrom(options)) ?? checkContract(options);
  if (wrong !== null) return wrong;
  const contract = options.contract ?? (options.json ? 'json' : 'plain');
  const { answers } =
    contract === 'next-antivirus' ? nextAntivirusContract : checkContracts[contract];
  const answer = await loadAnswer(options, choiceFrom(options), terminal, words);
  if (!answer.ok) {
    const { exit, says = [] } = answer.end;
    const msg = oneLine(says.map((said) => wordsOf(said, words)).join(' '));
    // A contract that names codes of ours gets the one that says what failed.
    return { ...tell(msg, answers.failed, terminal), exit, answer: { msg } };
  }
  const { inventory, findings, plan, state } = answer.value;
  const next = nextAntivirus({ inventory, findings, plan });
  const asksNext = contract === 'next-antivirus';
  const said = asksNext ? nextAntivirusSentences(next) : stateSentences(state);
  const msg = oneLine(words.sentences(said));
  const told = asksNext
    ? nextAntivirusContract.answers[next.verdict]
    : checkContracts[contract].answers[state.verdict];
  return { ...tell(msg, told, terminal), answer: { msg, state, nextAntivirus: next } };
}

/** One document cannot follow the rules of two. */
function checkContract({ json, contract = 'json' }: CheckOptions): CommandEnd | null {
  if (json !== true || contract === 'json') return null;
  return ended('badArguments', message('terminal.wrong.contractBesideJson', { contract }));
}

/** Longest text that an Intune remediation keeps, in characters. */
const longestLine = 2048;

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, longestLine);
}

function tell(line: string, answer: CheckAnswer, terminal: Terminal): CommandEnd {
  if (answer.stdout === 'line') terminal.out(line);
  if (answer.stderr === 'line') terminal.err(line);
  if (typeof answer.exit === 'string') return { exit: answer.exit };
  return { exit: answer.exit === 0 ? 'success' : 'defect', code: answer.exit };
}
