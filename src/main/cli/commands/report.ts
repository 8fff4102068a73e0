import { writeFile } from 'node:fs/promises';
import type { RunRecord } from '../../../shared/domain/record.ts';
import {
  findRunFolder,
  listRuns,
  readRunRecord,
  type RunSummary,
} from '../../engine/record/run-folder.ts';
import { htmlReport } from '../../report/html/html-report.ts';
import { jsonReport } from '../../report/json-report.ts';
import { textReport } from '../../report/text-report.ts';
import { readTechnicianNotes, withTechnician } from '../../session/technician-notes.ts';
import { jsonText } from '../../report/json-text.ts';
import { done, ended, type CommandEnd } from '../results/command-end.ts';
import { dataFolder, type MachineOptions } from '../flags/machines.ts';
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
  runId?: string,
): Promise<CommandEnd> {
  const data = await dataFolder(options);
  if (!data.ok) return data.end;
  const folder = data.value;
  if (runId === undefined) return listing(listRuns(folder), folder, options, terminal);
  const run = findRunFolder(folder, runId);
  if (run === null)
    return ended('runNotFound', `There is no run "${runId}". \`cutover report\` lists the runs.`);
  const record = readRunRecord(run.path);
  if (record === null)
    return ended(
      'unreadableInput',
      `Run ${runId} has no readable report: it was interrupted, or its file is damaged. ` +
        'Its journal lies in ' +
        run.path +
        '; `cutover resume` goes on with it.',
    );
  const noted = withTechnician(record, readTechnicianNotes(run.path));
  return await print(rendered(noted, options), options, terminal);
}

function rendered(record: RunRecord, options: ReportOptions): string {
  if (options.json) return jsonReport(record);
  return options.format === 'html' ? htmlReport(record) : textReport(record);
}

async function print(
  text: string,
  options: ReportOptions,
  terminal: Terminal,
): Promise<CommandEnd> {
  if (options.out === undefined) {
    terminal.out(text.trimEnd());
    return done;
  }
  try {
    await writeFile(options.out, text);
    if (!options.json) terminal.out(`Written to ${options.out}`);
    return done;
  } catch (error) {
    return ended(
      'cannotWrite',
      `${options.out} could not be written: ${(error as Error).message}.`,
    );
  }
}

/** What a run was for is said where it was no removal. */
function lineOf({ runId, state, outcome, purpose }: RunSummary): string {
  const words = `${runId}  ${state.padEnd(10)}  ${outcome ?? 'interrupted'}`;
  return purpose === 'protection' ? `${words}  (Microsoft Defender)` : words;
}

function listing(
  runs: readonly RunSummary[],
  folder: string,
  options: ReportOptions,
  terminal: Terminal,
): CommandEnd {
  if (options.json) {
    terminal.out(jsonText({ folder, runs }));
    return done;
  }
  if (runs.length === 0) terminal.out(`There are no runs in ${folder}.`);
  for (const run of runs) terminal.out(lineOf(run));
  return done;
}
