import { join, resolve } from 'node:path';
import { waitsForRestart } from '../../../shared/domain/run/record.ts';
import { waysOut } from '../../../shared/domain/run/ways-out.ts';
import { aroundRestart } from '../../../shared/domain/run/around-restart.ts';
import { stepsTaken } from '../../../shared/domain/run/steps-taken.ts';
import { stepOutcomes } from '../../../shared/domain/plan/step-outcomes.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { quotedArguments } from '../../../shared/windows/command-line.ts';
import type { RunEnd } from '../../engine/run/run.ts';
import { ended, type CommandEnd } from './command-end.ts';
import { showWaysOut } from '../terminal/show-ways-out.ts';
import { styled } from '../terminal/style.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';

/** Where a run is kept, as the flags of its command say. */
interface Place {
  readonly practice?: string | true;
  readonly dataFolder?: string;
}

/** Tells how a run ended: its summary and where the report lies. */
export function endOfRun(
  end: RunEnd,
  dataFolder: string,
  options: Place,
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
  if (reboot_required && aroundRestart(stepsTaken(record)).goesOn !== true)
    out(words.t('terminal.run.afterRestart', { command: resumeCommand(record.runId, options) }));
  const changed = record.steps.some(({ outcome }) => stepOutcomes[outcome].changes);
  const { outcome, state } = record;
  return { exit, answer: { msg, changed, reboot_required, state, outcome, folder, record } };
}

/** As it has to be typed to find the run again: where it is kept counts from whatever folder somebody is in by then. */
function resumeCommand(runId: string, { practice, dataFolder }: Place): string {
  const computer = typeof practice === 'string' ? [practice] : [];
  return `cutover ${quotedArguments([
    'resume',
    runId,
    ...(practice === undefined ? [] : ['--practice', ...computer]),
    ...(dataFolder === undefined ? [] : ['--data-folder', resolve(dataFolder)]),
  ])}`;
}
