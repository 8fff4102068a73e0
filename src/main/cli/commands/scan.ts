import type { Translator } from '../../../shared/words/translator.ts';
import { detect } from '../../engine/detect/detect.ts';
import { dangers } from '../../engine/plan/dangers.ts';
import { protection } from '../../engine/protection/protection.ts';
import { jsonText } from '../../report/json-text.ts';
import { done, type CommandEnd } from '../results/command-end.ts';
import { loadInventory, type SourceOptions } from '../flags/source.ts';
import { showDangers } from '../terminal/show-dangers.ts';
import { showFindings } from '../terminal/show-findings.ts';
import { showGaps } from '../terminal/show-gaps.ts';
import { showProtection } from '../terminal/show-protection.ts';
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
  const inventory = await loadInventory(options, terminal, words);
  if (!inventory.ok) return inventory.end;
  const findings = detect(inventory.value);
  const hurts = dangers(inventory.value, findings);
  const verdict = protection(inventory.value);
  if (options.json) {
    terminal.out(
      jsonText({ format: 'cutover-scan/2', dangers: hurts, findings, protection: verdict }),
    );
    return done;
  }
  showDangers(terminal, words, hurts);
  showFindings(terminal, words, findings);
  terminal.out('');
  showProtection(terminal, words, verdict);
  showGaps(terminal, words, inventory.value);
  return done;
}
