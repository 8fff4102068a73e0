import { findRunFolder, listRuns, type RunFolder } from '../../engine/run-folder.ts';
import { PracticeMachine } from '../../machine/practice/practice-machine.ts';
import { choiceFrom } from '../choice-options.ts';
import { got, not, type CommandEnd, type Got } from '../command-end.ts';
import { writableDataFolder } from '../data-folder.ts';
import { endOfRun } from '../end-of-run.ts';
import { openMachine } from '../machines.ts';
import { runSession } from '../run-session.ts';
import { readSecrets } from '../secrets.ts';
import { runTeller } from '../terminal/show-run.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { RunOptions } from './remove.ts';

/** `cutover resume`: goes on with a run, with the choice it began with. */
export async function resumeCommand(
  options: RunOptions,
  terminal: Terminal,
  runId?: string,
): Promise<CommandEnd> {
  const data = await writableDataFolder(options);
  if (!data.ok) return data.end;
  const folder = runToResume(data.value, runId);
  if (!folder.ok) return folder.end;
  const secrets = await readSecrets(options, terminal);
  if (!secrets.ok) return secrets.end;
  const machine = await openMachine(options);
  if (!machine.ok) return machine.end;
  try {
    if (machine.value instanceof PracticeMachine) restartPractice(machine.value, options, terminal);
    const end = await runSession({
      machine: machine.value,
      folder: folder.value,
      // A run that had begun keeps its own choice; this one counts only if it was killed before its first line.
      choice: choiceFrom({}),
      secrets: secrets.value,
      dryRun: false,
      terminal,
      onEvent: options.json ? () => {} : runTeller(terminal, { findingsAndPlan: false }),
    });
    return endOfRun(end, data.value, options, terminal);
  } finally {
    await machine.value.close();
  }
}

/** A practice computer cannot be restarted by hand, so going on includes its restart. */
function restartPractice(machine: PracticeMachine, options: RunOptions, terminal: Terminal): void {
  if (!options.json) terminal.out('The practice computer restarts …');
  machine.restart();
}

function runToResume(dataFolder: string, runId: string | undefined): Got<RunFolder> {
  const id = runId ?? listRuns(dataFolder).find(({ state }) => state === 'resumable')?.runId;
  if (id === undefined)
    return not(
      'runNotFound',
      'No run is waiting to be continued. Start one with `cutover remove`.',
    );
  const folder = findRunFolder(dataFolder, id);
  return folder === null
    ? not('runNotFound', `There is no run "${id}". \`cutover report\` lists the runs.`)
    : got(folder);
}
