import { writeFile } from 'node:fs/promises';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import type { RunSummary } from '../../../shared/domain/run/run-summary.ts';
import { message } from '../../../shared/domain/message.ts';
import { outcomeTitle } from '../../../shared/words/outcome-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { listRuns, readRunRecord } from '../../engine/record/run-folder.ts';
import { htmlReport } from '../../report/html/html-report.ts';
import { jsonReport } from '../../report/json-report.ts';
import { textReport } from '../../report/text-report.ts';
import { readTechnicianNotes, withTechnician } from '../../session/technician-notes.ts';
import { answered, ended, type CommandEnd } from '../results/command-end.ts';
import { findRun } from '../flags/find-run.ts';
import { openDataFolder, type MachineOptions } from '../flags/machines.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface ReportOptions extends MachineOptions {
  readonly json?: boolean;
  readonly format: 'text' | 'html';
  readonly out?: string;
}

/** `cutover report`: the report of a run again, or the list of runs. */
export async function reportCommand(
  options: ReportOptions,
  terminal: Terminal,
  words: Translator,
  runId?: string,
): Promise<CommandEnd> {
  const data = await openDataFolder(options, 'read', { terminal, words });
  if (!data.ok) return data.end;
  const folder = data.value;
  if (runId === undefined) return listing(listRuns(folder), folder.path, terminal, words);
  const run = findRun(folder, runId);
  if (!run.ok) return run.end;
  const { path } = run.value;
  const record = readRunRecord(path);
  if (record === null)
    return ended('unreadableInput', message('terminal.end.noReport', { run: runId, path }));
  const noted = withTechnician(record, readTechnicianNotes(path));
  const text = rendered(noted, options, words);
  if (options.out !== undefined) return await save(options.out, text, terminal, words);
  terminal.out(text.trimEnd());
  return answered({ record: noted });
}

function rendered(record: RunRecord, options: ReportOptions, words: Translator): string {
  if (options.json) return jsonReport(record);
  return options.format === 'html' ? htmlReport(record, words) : textReport(record, words);
}

async function save(
  path: string,
  text: string,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  try {
    await writeFile(path, text);
  } catch (error) {
    const detail = (error as Error).message;
    return ended('cannotWrite', message('terminal.end.notWritten', { path, detail }));
  }
  terminal.out(words.t('page.report.savedTo', { path }));
  return answered({ written: path });
}

/** What a run was for is said where it was no removal. */
function lineOf(run: RunSummary, words: Translator): string {
  const { runId, phases } = run;
  const { t } = words;
  const told = endOf(run, words);
  const [first = 'remove'] = phases ?? [];
  return `${runId}  ${told}${first === 'remove' ? '' : `  (${t(`terminal.report.purpose.${first}`)})`}`;
}

function endOf(run: RunSummary, words: Translator): string {
  const { outcome, supersededBy, state, path } = run;
  const { t } = words;
  if (supersededBy !== null) return t('terminal.report.superseded', { run: supersededBy });
  if (outcome === null) return t(`terminal.report.state.${state}`);
  const record = readRunRecord(path);
  // Only the record tells what stayed; it may be of an earlier start than the journal's end.
  const told = record?.outcome === outcome ? outcomeTitle(record, words) : null;
  return told ?? t(`outcome.${outcome}.title`);
}

function listing(
  runs: readonly RunSummary[],
  folder: string,
  terminal: Terminal,
  words: Translator,
): CommandEnd {
  if (runs.length === 0) terminal.out(words.t('terminal.report.none', { folder }));
  for (const run of runs) terminal.out(lineOf(run, words));
  return answered({ folder, runs });
}
