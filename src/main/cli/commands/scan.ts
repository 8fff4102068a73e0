import { defaultChoice } from '../../../shared/domain/plan/plan.ts';
import { message } from '../../../shared/domain/message.ts';
import { stateSentences } from '../../../shared/words/state-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { answered, ended, type CommandEnd } from '../results/command-end.ts';
import { deepScanFrom } from '../flags/deep-options.ts';
import { loadAnswer } from '../flags/load-answer.ts';
import type { SourceOptions } from '../flags/source.ts';
import { showFindings } from '../terminal/show-findings.ts';
import { showGaps } from '../terminal/show-gaps.ts';
import { showProtection } from '../terminal/show-protection.ts';
import { showPractice } from '../terminal/show-practice.ts';
import { showState } from '../terminal/show-state.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface ScanOptions extends SourceOptions {
  readonly json?: boolean;
  /** What starts this program anew; null where it cannot be. */
  readonly start?: readonly string[] | null;
}

/** `cutover scan`: what of Kaspersky is on a machine, and how that is known; of several, a line each. */
export async function scanCommand(
  options: ScanOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  if (options.from !== undefined) {
    const { scanMachines, tellsOfSeveral } = await import('./machines/scan-machines.ts');
    if (await tellsOfSeveral(options.from)) {
      const deep = await deepScanFrom(options);
      if (!deep.ok) return deep.end;
      if (deep.value !== undefined)
        return ended('badArguments', message('terminal.wrong.deepOfSeveral'));
      const { from, json = false, start = null } = options;
      return { exit: 'success', machines: scanMachines({ from, json }, words, start) };
    }
  }
  const answer = await loadAnswer(options, defaultChoice, terminal, words);
  if (!answer.ok) return answer.end;
  const { inventory, findings, plan, state } = answer.value;
  if (options.from === undefined) showPractice(terminal, words, options);
  showState(terminal, words, state, plan);
  showFindings(terminal, words, findings, plan);
  terminal.out('');
  showProtection(terminal, words, state.protection);
  showGaps(terminal, words, inventory);
  return answered({ msg: words.sentences(stateSentences(state)), state, findings });
}
