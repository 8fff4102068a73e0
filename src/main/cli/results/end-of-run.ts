import { join } from 'node:path';
import { waitsForRestart } from '../../../shared/domain/run/record.ts';
import { waysOut } from '../../../shared/domain/run/ways-out.ts';
import { aroundRestart } from '../../../shared/domain/run/around-restart.ts';
import { stepsTaken } from '../../../shared/domain/run/steps-taken.ts';
import { stepOutcomes } from '../../../shared/domain/plan/step-outcomes.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import type { RunEnd } from '../../engine/run/run.ts';
import { ended, type CommandEnd } from './command-end.ts';
import { showWaysOut } from '../terminal/show-ways-out.ts';
import { styled } from '../terminal/style.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';

/** Tells how a run ended: its summary and where the report lies. */
export function endOfRun(
  end: RunEnd,
  dataFolder: string,
  options: { readonly practice?: string | true },
  terminal: Terminal,
  words: Translator,
): CommandEnd {
  if (end.kind === 'refused') return ended(end.exit, end.message);
  const { record, exit } = end;
  const folder = join(dataFolder, 'runs', record.runId);
  const msg = words.sentences(record.summary);
  const reboot_required = waitsForRestart(record);
  const out = (text: string) => terminal.out(wrapped(text, terminal.columns, ''));
  out('');
  out(styled(terminal, 'bold', msg));
  showWaysOut(terminal, words, waysOut(record));
  out(words.t('terminal.run.report', { path: join(folder, 'report.html') }));
  const command = `cutover resume ${record.runId}${practiceFlag(options)}`;
  if (reboot_required && aroundRestart(stepsTaken(record)).goesOn !== true)
    out(words.t('terminal.run.afterRestart', { command }));
  const changed = record.steps.some(({ outcome }) => stepOutcomes[outcome].changes);
  const { outcome, state } = record;
  return { exit, answer: { msg, changed, reboot_required, state, outcome, folder, record } };
}

function practiceFlag({ practice }: { readonly practice?: string | true }): string {
  if (practice === undefined) return '';
  return practice === true ? ' --practice' : ` --practice ${practice}`;
}
