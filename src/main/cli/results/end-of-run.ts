import { join } from 'node:path';
import { exitCodeFor } from '../../../shared/domain/run/exit-codes.ts';
import { waitsForRestart } from '../../../shared/domain/run/record.ts';
import { stepOutcomes } from '../../../shared/domain/plan/step-outcomes.ts';
import { english } from '../../../shared/words/english.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { thisPlatform } from '../../machine/open-machine.ts';
import { jsonText } from '../../report/json-text.ts';
import type { RunEnd } from '../../engine/run/run.ts';
import { ended, type CommandEnd } from './command-end.ts';
import { styled } from '../terminal/style.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';

/** Tells how a run ended: its summary and where the report lies, or one JSON document. */
export function endOfRun(
  end: RunEnd,
  dataFolder: string,
  options: { readonly json?: boolean; readonly practice?: string | true },
  terminal: Terminal,
  words: Translator,
): CommandEnd {
  if (end.kind === 'refused') return ended(end.exit, end.message);
  const folder = join(dataFolder, 'runs', end.record.runId);
  if (options.json) terminal.out(jsonText(runDocument(end, folder)));
  else {
    const summary = words.sentences(end.record.summary);
    terminal.out('');
    terminal.out(wrapped(styled(terminal, 'bold', summary), terminal.columns, ''));
    terminal.out(words.t('terminal.run.report', { path: join(folder, 'report.html') }));
    const command = `cutover resume ${end.record.runId}${practiceFlag(options)}`;
    if (waitsForRestart(end.record))
      terminal.out(words.t('terminal.run.afterRestart', { command }));
  }
  return { exit: end.exit };
}

function practiceFlag({ practice }: { readonly practice?: string | true }): string {
  if (practice === undefined) return '';
  return practice === true ? ' --practice' : ` --practice ${practice}`;
}

/** Keys that deployment tools know (`changed`, `failed`, `msg`, `rc`), and the whole record. */
function runDocument(end: Extract<RunEnd, { kind: 'ended' }>, folder: string) {
  const { record, exit } = end;
  const fine = exit === 'success' || exit === 'restartNeeded';
  return {
    changed: record.steps.some(({ outcome }) => stepOutcomes[outcome].changes),
    failed: !fine,
    msg: english.sentences(record.summary),
    rc: exitCodeFor(exit, thisPlatform),
    reboot_required: waitsForRestart(record),
    outcome: record.outcome,
    folder,
    record,
  };
}
