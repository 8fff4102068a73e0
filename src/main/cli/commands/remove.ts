import { openHazards } from '../../../shared/domain/open-hazards.ts';
import type { Hazard, Plan } from '../../../shared/domain/plan.ts';
import { english } from '../../../shared/words/english.ts';
import { hazardWords } from '../../../shared/words/hazard-words.ts';
import { systemClock } from '../../engine/record/clock.ts';
import { createRunFolder } from '../../engine/record/run-folder.ts';
import type { Machine } from '../../machine/machine.ts';
import { checkChoice } from '../flags/check-choice.ts';
import { choiceFrom, type ChoiceOptions } from '../flags/choice-options.ts';
import { ended, got, type CommandEnd, type Got } from '../results/command-end.ts';
import { openMachine, writableDataFolder, type MachineOptions } from '../flags/machines.ts';
import { readMachine } from '../flags/read-machine.ts';
import { decisions } from '../../session/decisions.ts';
import { runSession } from './run-session.ts';
import { askForSecrets, readSecrets, type SecretOptions } from '../flags/secrets.ts';
import { endOfRun } from '../results/end-of-run.ts';
import { protectionWaitMs, type ProtectionWaitOptions } from '../flags/protection-wait.ts';
import { technicianFrom, type TechnicianOptions } from '../flags/technician-options.ts';
import { showFindings } from '../terminal/show-findings.ts';
import { showPlan } from '../terminal/show-plan.ts';
import { runTeller } from '../terminal/show-run.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { yes } from '../terminal/yes.ts';

export interface RunOptions
  extends MachineOptions, SecretOptions, TechnicianOptions, ProtectionWaitOptions {
  readonly json?: boolean;
  readonly unattended?: boolean;
}

export interface RemoveOptions extends RunOptions, ChoiceOptions {
  readonly dryRun?: boolean;
}

/** `cutover remove`: the whole way from looking to the proof. */
export async function removeCommand(
  options: RemoveOptions,
  terminal: Terminal,
): Promise<CommandEnd> {
  const wrong = checkChoice(choiceFrom(options));
  if (wrong !== null) return wrong;
  const machine = await openMachine(options);
  if (!machine.ok) return machine.end;
  try {
    return await removeFrom(machine.value, options, terminal);
  } finally {
    await machine.value.close();
  }
}

async function removeFrom(
  machine: Machine,
  options: RemoveOptions,
  terminal: Terminal,
): Promise<CommandEnd> {
  const secrets = await readSecrets(options, terminal);
  if (!secrets.ok) return secrets.end;
  const asks = terminal.interactive && !options.unattended && !options.json;
  const read = await readMachine(machine, { terminal, isTold: options.json !== true });
  if (!read.ok) return read.end;
  const inventory = read.value;
  if (inventory.machine.elevated === false && !options.dryRun) return notAdministrator;
  const findings = decisions.detect(inventory);
  let choice = choiceFrom(options);
  const plan = decisions.plan(inventory, findings, choice);
  if (asks) {
    showFindings(terminal, findings);
    showPlan(terminal, plan);
    const accepted = await askBeforeRemoving(plan, options, terminal);
    if (!accepted.ok) return accepted.end;
    choice = { ...choice, acknowledged: [...choice.acknowledged, ...accepted.value] };
    choice = { ...choice, enableDefender: await mayEnableDefender(plan, options, terminal) };
    if (!options.dryRun && !(await askForSecrets(plan, secrets.value, terminal))) return cancelled;
  } else {
    const open = hasStop(plan) ? [] : openTodos(plan);
    if (open.length > 0) return decisionNeeded(open);
  }
  const data = await writableDataFolder(options);
  if (!data.ok) return data.end;
  const end = await runSession({
    machine,
    folder: createRunFolder(data.value, systemClock),
    choice,
    secrets: secrets.value,
    dryRun: options.dryRun ?? false,
    protectionWaitMs: protectionWaitMs(options),
    technician: () => technicianFrom(options),
    terminal,
    onEvent: options.json ? () => {} : runTeller(terminal, { findingsAndPlan: !asks }),
  });
  return endOfRun(end, data.value, options, terminal);
}

const cancelled = ended('cancelled', 'Cancelled. Nothing was changed.');

const notAdministrator = ended(
  'notAdministrator',
  'Removing needs administrator rights, and this program does not have them. Nothing was changed. ' +
    'Open the Start menu, type "cmd", choose "Run as administrator", and run the same command there.',
);

/** Everything a person has to do or accept, one question each. Stops are left to the run, which explains them. */
async function askBeforeRemoving(
  plan: Plan,
  options: RemoveOptions,
  terminal: Terminal,
): Promise<Got<readonly string[]>> {
  if (hasStop(plan)) return got([]);
  const accepted: string[] = [];
  for (const hazard of openTodos(plan)) {
    if (!(await yes(terminal, `${hazardWords(hazard, english).title} – done?`)))
      return { ok: false, end: cancelled };
    accepted.push(hazard.id);
  }
  if (plan.steps.length === 0 || options.dryRun) return got(accepted);
  const question = `Remove ${plan.steps.length === 1 ? 'this product' : `these ${plan.steps.length} products`} now?`;
  return (await yes(terminal, question)) ? got(accepted) : { ok: false, end: cancelled };
}

/** Asked only where it may come to that; without an answer nothing is switched on. */
async function mayEnableDefender(
  plan: Plan,
  options: RemoveOptions,
  terminal: Terminal,
): Promise<boolean> {
  if (options.enableDefender || options.dryRun) return options.enableDefender ?? false;
  const uncertain = plan.hazards.some(({ id }) => id === 'no-replacement');
  if (!uncertain || plan.steps.length === 0) return false;
  return await yes(
    terminal,
    'If nothing protects this computer afterwards, may Cutover bring Microsoft Defender back?',
  );
}

function hasStop(plan: Plan): boolean {
  return plan.hazards.some(({ severity }) => severity === 'stop');
}

function openTodos(plan: Plan): readonly Hazard[] {
  return openHazards(plan).filter(({ severity }) => severity === 'todo');
}

function decisionNeeded(hazards: readonly Hazard[]): CommandEnd {
  const lines = hazards.map((hazard) => {
    const { title, advice } = hazardWords(hazard, english);
    return `- ${title}: ${advice} When that is done, add --acknowledge ${hazard.id}`;
  });
  return ended(
    'decisionNeeded',
    `A person has to decide first. Nothing was changed.\n${lines.join('\n')}`,
  );
}
