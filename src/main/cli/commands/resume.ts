import { message } from '../../../shared/domain/message.ts';
import type { RunSummary } from '../../../shared/domain/run/run-summary.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { noPasswords, type Passwords } from '../../engine/run/passwords.ts';
import type { AboutRestart } from '../../session/going-on.ts';
import { restartChoiceFrom } from '../flags/restart-options.ts';
import { askForRestart, isAsking } from './ask-for-restart.ts';
import { continueRun, type Continued } from './continue-run.ts';
import { listRuns, type RunFolder } from '../../engine/record/run-folder.ts';
import type { DataFolder } from '../../disk/data-folder.ts';
import type { Machine } from '../../machine/machine.ts';
import { choiceFrom } from '../flags/choice-options.ts';
import { not, type CommandEnd, type Got } from '../results/command-end.ts';
import { endOfRun } from '../results/end-of-run.ts';
import { protectionWaitMs } from '../flags/protection-wait.ts';
import { findRun } from '../flags/find-run.ts';
import { openMachine, openDataFolder } from '../flags/machines.ts';
import { runSession } from './run-session.ts';
import { readSecrets } from '../flags/secrets.ts';
import { technicianFrom } from '../flags/technician-options.ts';
import { runTeller } from '../terminal/show-run.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { RunOptions } from './remove.ts';

/** `cutover resume`: goes on with a run, with the choice it began with. */
export async function resumeCommand(
  options: RunOptions,
  terminal: Terminal,
  words: Translator,
  runId?: string,
): Promise<CommandEnd> {
  if (options.afterRestart === true)
    return await continueRun(
      options,
      terminal,
      words,
      runId ?? '',
      async (run) => await goOnWith(run, noPasswords, { byItself: true }, options),
    );
  const choice = restartChoiceFrom(options, isAsking(options, terminal));
  if (!choice.ok) return choice.end;
  const secrets = await readSecrets(options, terminal);
  if (!secrets.ok) return secrets.end;
  const data = await openDataFolder(options, 'write', { terminal, words });
  if (!data.ok) return data.end;
  const folder = runToResume(data.value, runId);
  if (!folder.ok) return folder.end;
  const machine = await openMachine(options);
  if (!machine.ok) return machine.end;
  try {
    const run = { machine: machine.value, folder: folder.value, terminal, words };
    const mayRestart = () => askForRestart(choice.value, terminal, words);
    const about = { choice: choice.value, mayRestart };
    return await goOnWith(run, secrets.value, about, options);
  } finally {
    await machine.value.close();
  }
}

async function goOnWith(
  { machine, folder, terminal, words }: Continued,
  secrets: Passwords,
  restart: AboutRestart,
  options: RunOptions,
): Promise<CommandEnd> {
  const tell = runTeller(terminal, words, { findingsAndPlan: false });
  const end = await runSession({
    machine,
    folder,
    // A run that had begun keeps its own choice.
    choice: choiceFrom({}),
    secrets,
    dryRun: false,
    notify: options.notify,
    restart,
    protectionWaitMs: protectionWaitMs(options),
    technician: () => technicianFrom(options),
    terminal,
    words,
    onEvent: (event) => {
      tell(event);
      // Not earlier: another run may be at work there, and this one is refused then.
      if (event.kind === 'runStarted') restartPractice(machine, terminal, words);
    },
  });
  return endOfRun(end, folder.dataFolder.path, options, terminal, words);
}

/** A practice computer cannot be restarted by hand, so going on includes its restart. */
function restartPractice(machine: Machine, terminal: Terminal, { t }: Translator): void {
  if (machine.restart === undefined) return;
  terminal.out(t('terminal.practice.restarts'));
  machine.restart();
}

function runToResume(dataFolder: DataFolder, runId: string | undefined): Got<RunFolder> {
  const runs = listRuns(dataFolder);
  const id = runId ?? waiting(runs)?.runId;
  if (id === undefined) return not('runNotFound', message('terminal.end.nothingToResume'));
  if (runs.find((run) => run.runId === id)?.state === 'notBegun') return notBegun;
  return findRun(dataFolder, id);
}

/** A removal first: one for the protection alone begins anew just as well. */
function waiting(runs: readonly RunSummary[]): RunSummary | undefined {
  const open = runs.filter(({ state }) => state === 'resumable');
  return open.find(({ phases }) => phases?.includes('remove')) ?? open[0];
}

/** Nobody knows what it was to remove, so nothing is. */
const notBegun = not('unreadableInput', message('terminal.end.runNotBegun'));
