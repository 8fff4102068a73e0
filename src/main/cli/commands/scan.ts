import type { Translator } from '../../../shared/words/translator.ts';
import { defaultChoice } from '../../../shared/domain/plan/plan.ts';
import { jsonText } from '../../report/json-text.ts';
import { done, type CommandEnd } from '../results/command-end.ts';
import { loadAnswer } from '../flags/load-answer.ts';
import type { SourceOptions } from '../flags/source.ts';
import { showFindings } from '../terminal/show-findings.ts';
import { showGaps } from '../terminal/show-gaps.ts';
import { showProtection } from '../terminal/show-protection.ts';
import { showState } from '../terminal/show-state.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface ScanOptions extends SourceOptions {
  readonly json?: boolean;
}

/** `cutover scan`: what of Kaspersky is on a machine, and how that is known. */
export async function scanCommand(
  options: ScanOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const answer = await loadAnswer(options, defaultChoice, terminal, words);
  if (!answer.ok) return answer.end;
  const { inventory, findings, plan, state } = answer.value;
  if (options.json) {
    terminal.out(jsonText({ format: 'cutover-scan/3', state, findings }));
    return done;
  }
  showState(terminal, words, state);
  showFindings(terminal, words, findings, plan);
  terminal.out('');
  showProtection(terminal, words, state.protection);
  showGaps(terminal, words, inventory);
  return done;
}
