import { message } from '../../../shared/domain/message.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Plan } from '../../../shared/domain/plan/plan.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import type { UndoPart } from '../../../shared/domain/run/undo-parts.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { systemClock } from '../../engine/record/clock.ts';
import { createRunFolder } from '../../engine/record/run-folder.ts';
import { noPasswords } from '../../engine/run/passwords.ts';
import { openRunFor } from '../../engine/run/open-runs.ts';
import { lastingSteps } from '../../engine/run/undo-plan.ts';
import type { DataFolder } from '../../disk/data-folder.ts';
import type { Machine } from '../../machine/machine.ts';
import { machineOf, planOfUndo, readPast, undoChoice, type Past } from '../../session/undo.ts';
import { findRun } from '../flags/find-run.ts';
import { openMachine, openDataFolder, type MachineOptions } from '../flags/machines.ts';
import { readMachine } from '../flags/read-machine.ts';
import { ended, got, not, type CommandEnd, type Got } from '../results/command-end.ts';
import { endOfRun } from '../results/end-of-run.ts';
import { runTeller } from '../terminal/show-run.ts';
import { stepTitle } from '../terminal/step-title.ts';
import { styled } from '../terminal/style.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';
import { yes } from '../terminal/yes.ts';
import { runSession } from './run-session.ts';

export interface RestoreOptions extends MachineOptions {
  readonly unattended?: boolean;
  readonly dryRun?: boolean;
  /** Which parts are taken back; missing means all. */
  readonly only?: readonly UndoPart[];
}

/** `cutover restore`: takes back what a run changed, as far as that can be. */
export async function restoreCommand(
  options: RestoreOptions,
  terminal: Terminal,
  words: Translator,
  runId = '',
): Promise<CommandEnd> {
  const data = await openDataFolder(options, 'write', { terminal, words });
  if (!data.ok) return data.end;
  const past = pastOf(data.value, runId);
  if (!past.ok) return past.end;
  const machine = await openMachine(options);
  if (!machine.ok) return machine.end;
  try {
    const read = await readMachine(machine.value, terminal, words);
    if (!read.ok) return read.end;
    const inventory = read.value;
    const refusal = whyNot(machine.value, inventory, past.value, options);
    if (refusal !== null) return refusal;
    const undoing = { machine: machine.value, inventory, runId, data: data.value };
    return await undo(undoing, past.value, options, { terminal, words });
  } finally {
    await machine.value.close();
  }
}

function pastOf(dataFolder: DataFolder, runId: string): Got<Past> {
  const run = findRun(dataFolder, runId);
  if (!run.ok) return run;
  const read = readPast(run.value.path);
  return read.ok ? got(read.past) : not('unreadableInput', read.why);
}

function whyNot(
  machine: Machine,
  inventory: Inventory,
  past: Past,
  { dryRun }: RestoreOptions,
): CommandEnd | null {
  const madeOn = machineOf(past);
  if (madeOn !== null && madeOn !== machine.id)
    return ended('unreadableInput', message('terminal.end.otherMachine'));
  return inventory.machine.elevated === false && dryRun !== true ? notAdministrator : null;
}

const notAdministrator = ended(
  'notAdministrator',
  message('terminal.end.restoreNeedsAdministrator'),
);

interface Undoing {
  readonly machine: Machine;
  /** What the person is shown the plan for. */
  readonly inventory: Inventory;
  readonly runId: string;
  readonly data: DataFolder;
}

/** Whoever asked for it. */
interface Person {
  readonly terminal: Terminal;
  readonly words: Translator;
}

async function undo(
  { machine, inventory, runId, data }: Undoing,
  past: Past,
  options: RestoreOptions,
  { terminal, words }: Person,
): Promise<CommandEnd> {
  const choice = undoChoice(runId, options.only ?? null);
  const { entries, purged } = past;
  const plan = planOfUndo(past, inventory, choice);
  if (purged !== null) {
    const values = { when: words.moment(purged.endedAt ?? purged.begunAt) };
    if (plan.steps.length === 0) return ended('notUndone', message('terminal.wasPurged', values));
    terminal.out(wrapped(words.t('terminal.wasPurged', values), terminal.columns, ''));
  }
  showUndo(plan, lastingSteps(entries, purged !== null), { terminal, words });
  const asks = terminal.interactive && !options.unattended && !options.dryRun;
  if (asks && !(await yes(terminal, words, words.t('terminal.ask.now'))))
    return ended('cancelled', message('terminal.end.cancelled'));
  const question = { dataFolder: data, machineId: machine.id };
  const open = options.dryRun === true ? null : openRunFor(question, choice);
  const end = await runSession({
    machine,
    seen: inventory,
    folder: open ?? createRunFolder(data, systemClock),
    choice,
    secrets: noPasswords,
    dryRun: options.dryRun ?? false,
    protectionWaitMs: 0,
    terminal,
    words,
    onEvent: runTeller(terminal, words, { findingsAndPlan: false }),
  });
  return endOfRun(end, data.path, options, terminal, words);
}

/** What is put back, and what nothing puts back. */
function showUndo({ steps }: Plan, lasting: readonly Step[], { terminal, words }: Person): void {
  const { t } = words;
  const out = (line: string) => terminal.out(line);
  if (steps.length === 0) out(t('terminal.restore.nothing'));
  else out(styled(terminal, 'bold', t('terminal.plan.order')));
  steps.forEach((step, index) => out(`  ${index + 1}. ${stepTitle(step, words)}`));
  if (lasting.length > 0) out(styled(terminal, 'bold', t('terminal.restore.lasting')));
  for (const step of lasting) out(`  – ${stepTitle(step, words)}`);
}
