import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../../src/shared/domain/run/result.ts';
import type { RunRecord } from '../../../src/shared/domain/run/record.ts';
import { stepsTaken } from '../../../src/shared/domain/run/steps-taken.ts';
import { nameOf } from '../../../src/shared/domain/plan/step-about.ts';
import type { LabMachine } from './lab-machine.ts';
import type { RunOptions, RunResult } from './running-program.ts';

/** Where the program keeps its runs when nobody names another folder. */
export const dataFolder = 'C:\\ProgramData\\Cutover';

/** A removal as a deployment tool starts it. The data folder is the usual one. */
const unattended = ['--unattended', '--json'] as const;

/** What a run said with `--json`, and the record it left. */
export interface Ran {
  readonly exitCode: number | null;
  /** Everything that was printed, for messages of a test that fails and for secrets that must not be there. */
  readonly output: string;
  readonly record: RunRecord;
  /** The folder of the run, a Windows path. */
  readonly folder: string;
}

/** Runs `remove` or `resume` to its end and reads the record from the run's own folder. */
export async function ranOn(
  machine: LabMachine,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ran> {
  return toRan(machine, await machine.cutover([...args, ...unattended], options));
}

/** The same with a console program that was installed. */
export async function ranBy(
  machine: LabMachine,
  program: string,
  args: readonly string[],
): Promise<Ran> {
  return toRan(machine, await machine.run(program, [...args, ...unattended]));
}

/** Removes without a question, as a deployment tool does. */
export async function removeOn(
  machine: LabMachine,
  args: readonly string[] = [],
  options: RunOptions = {},
): Promise<Ran> {
  return ranOn(machine, ['remove', ...args], options);
}

/** Takes a run back without a question. */
export async function restoreOn(machine: LabMachine, { record }: Ran): Promise<Result> {
  const { stdout } = await machine.cutover(['restore', record.runId, ...unattended]);
  return JSON.parse(stdout) as Result;
}

async function toRan(machine: LabMachine, result: RunResult): Promise<Ran> {
  const output = `${result.stdout}${result.stderr}`;
  const document = parse(output, result.stdout) as { readonly folder?: string };
  if (document.folder === undefined) throw new Error(`no run: ${result.exitCode} ${output}`);
  const text = await machine.readFile(`${document.folder}\\report.json`);
  const record = JSON.parse(text) as RunRecord;
  return { exitCode: result.exitCode, output, record, folder: document.folder };
}

function parse(output: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error(`not one JSON document: ${output}`);
  }
}

/** What is said when a command refuses to begin. */
export async function refusedOn(
  machine: LabMachine,
  args: readonly string[],
  options: RunOptions = {},
): Promise<{ readonly exitCode: number | null; readonly message: string }> {
  const { exitCode, stdout, stderr } = await machine.cutover([...args, ...unattended], options);
  const { failed, msg } = parse(stdout + stderr, stdout) as Pick<Result, 'failed' | 'msg'>;
  return { exitCode, message: failed ? msg : `no error: ${stdout}` };
}

/** How every step ended, by the name of its product. */
export function outcomes({ record }: Ran): readonly (readonly [string, string, number | null])[] {
  return stepsTaken(record).map(({ step, result }) => [
    nameOf(step),
    result.outcome,
    result.exitCode,
  ]);
}

/** The files of a run, sorted, relative to its folder. */
export async function runFiles(machine: LabMachine, folder: string): Promise<string[]> {
  const root = machine.toLinux(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted();
}

/** The ids of all runs on a machine, oldest first. */
export async function runsOn(machine: LabMachine): Promise<string[]> {
  return (await readdir(machine.toLinux(`${dataFolder}\\runs`))).toSorted();
}

/** The kinds of the facts in the journal of a run, in order. */
export async function journalOf(machine: LabMachine, folder: string): Promise<string[]> {
  const text = await readFile(machine.toLinux(`${folder}\\journal.jsonl`), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { fact: { kind: string } }).fact.kind);
}
