import { openHazards } from '../../../shared/domain/plan/open-hazards.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { Choice, Hazard, Plan } from '../../../shared/domain/plan/plan.ts';
import { productCount } from '../../../shared/domain/plan/step-about.ts';
import { hazardWords } from '../../../shared/words/hazard-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { systemClock } from '../../engine/record/clock.ts';
import { createRunFolder } from '../../engine/record/run-folder.ts';
import { openRunFor } from '../../engine/run/open-runs.ts';
import { waitingRun } from '../../engine/run/waiting-run.ts';
import type { HeldSecrets } from '../../session/held-secrets.ts';
import type { Machine } from '../../machine/machine.ts';
import { checkChoice } from '../flags/check-choice.ts';
import { choiceFrom, type ChoiceOptions } from '../flags/choice-options.ts';
import { ended, got, type CommandEnd, type Got } from '../results/command-end.ts';
import { openMachine, openDataFolder, type MachineOptions } from '../flags/machines.ts';
import { readMachine } from '../flags/read-machine.ts';
import { answerAbout } from '../../session/decisions.ts';
import { runSession } from './run-session.ts';
import { askForSecrets, readSecrets, type SecretOptions } from '../flags/secrets.ts';
import { isToReactivate } from '../flags/reactivate-option.ts';
import { endOfRun } from '../results/end-of-run.ts';
import { protectionWaitMs, type ProtectionWaitOptions } from '../flags/protection-wait.ts';
import { restartChoiceFrom, type RestartOptions } from '../flags/restart-options.ts';
import { technicianFrom, type TechnicianOptions } from '../flags/technician-options.ts';
import { showFindings } from '../terminal/show-findings.ts';
import { showPlan } from '../terminal/show-plan.ts';
import { showState } from '../terminal/show-state.ts';
import { runTeller } from '../terminal/show-run.ts';
import { askForRestart, isAsking } from './ask-for-restart.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { yes } from '../terminal/yes.ts';

export interface RunOptions
  extends MachineOptions, SecretOptions, TechnicianOptions, ProtectionWaitOptions, RestartOptions {
  readonly unattended?: boolean;
  readonly notify?: boolean;
  /** Windows started this by itself. */
  readonly afterRestart?: boolean;
  /** Why a policy forbids it; only what Windows started comes so far then. */
  readonly forbidden?: Message | null;
}

export interface RemoveOptions extends RunOptions, ChoiceOptions {
  readonly dryRun?: boolean;
}

/** `cutover remove`: the whole way from looking to the proof. */
export async function removeCommand(
  options: RemoveOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const choice = choiceFrom(options);
  return checkChoice(choice) ?? (await doWhatWasChosen(choice, options, terminal, words));
}

/** `cutover clean`: the same for what is left of products that are gone. */
export async function cleanCommand(
  options: RemoveOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const asked = choiceFrom(options);
  const phases = asked.phases.filter((phase) => phase !== 'remove');
  return await doWhatWasChosen({ ...asked, phases }, options, terminal, words);
}

async function doWhatWasChosen(
  choice: Choice,
  options: RemoveOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const secrets = await readSecrets(options, terminal);
  if (!secrets.ok) return secrets.end;
  const machine = await openMachine(options);
  if (!machine.ok) return machine.end;
  const asked = { choice, secrets: secrets.value };
  try {
    return await removeFrom(machine.value, asked, options, terminal, words);
  } finally {
    await machine.value.close();
  }
}

interface Asked {
  readonly choice: Choice;
  readonly secrets: HeldSecrets;
}

async function removeFrom(
  machine: Machine,
  { choice: asked, secrets }: Asked,
  options: RemoveOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const asks = isAsking(options, terminal);
  const restart = restartChoiceFrom(options, asks);
  if (!restart.ok) return restart.end;
  const read = await readMachine(machine, terminal, words);
  if (!read.ok) return read.end;
  const inventory = read.value;
  if (inventory.machine.elevated === false && !options.dryRun) return notAdministrator;
  let choice = restart.value === undefined ? asked : { ...asked, restart: restart.value };
  const runs = await openDataFolder(options, 'read', { terminal, words });
  if (!runs.ok) return runs.end;
  const waiting = waitingRun({ dataFolder: runs.value, machineId: machine.id, now: inventory });
  const { findings, plan, state } = answerAbout(inventory, choice, waiting);
  if (asks) {
    showState(terminal, words, state, plan);
    showFindings(terminal, words, findings, plan);
    showPlan(terminal, words, plan);
    const accepted = await askBeforeRemoving(plan, options, terminal, words);
    if (!accepted.ok) return accepted.end;
    choice = { ...choice, acknowledged: [...choice.acknowledged, ...accepted.value] };
    if (await mayReactivate(plan, options, terminal, words))
      choice = { ...choice, phases: [...choice.phases, 'reactivate'] };
    if (!options.dryRun && !(await askForSecrets(plan, secrets, terminal, words))) return cancelled;
  } else {
    const open = hasStop(plan) ? [] : openTodos(plan);
    if (open.length > 0) return decisionNeeded(open);
  }
  const data = await openDataFolder(options, 'write', { terminal, words });
  if (!data.ok) return data.end;
  const question = { dataFolder: data.value, machineId: machine.id };
  const folder = options.dryRun === true ? null : openRunFor(question, choice);
  const end = await runSession({
    machine,
    folder: folder ?? createRunFolder(data.value, systemClock),
    choice,
    secrets,
    dryRun: options.dryRun ?? false,
    notify: options.notify,
    restart: {
      choice: restart.value,
      mayRestart: () => askForRestart(restart.value, terminal, words),
    },
    protectionWaitMs: protectionWaitMs(options),
    technician: () => technicianFrom(options),
    terminal,
    words,
    onEvent: runTeller(terminal, words, { findingsAndPlan: !asks }),
  });
  return endOfRun(end, data.value.path, options, terminal, words);
}

const cancelled = ended('cancelled', message('terminal.end.cancelled'));

const notAdministrator = ended('notAdministrator', message('terminal.end.notAdministrator'));

/** Everything a person has to do or accept, one question each. Stops are left to the run, which explains them. */
async function askBeforeRemoving(
  plan: Plan,
  options: RemoveOptions,
  terminal: Terminal,
  words: Translator,
): Promise<Got<readonly string[]>> {
  if (hasStop(plan)) return got([]);
  const accepted: string[] = [];
  for (const hazard of openTodos(plan)) {
    const { title } = hazardWords(hazard, words);
    const question = words.t('terminal.ask.done', { title });
    if (!(await yes(terminal, words, question))) return { ok: false, end: cancelled };
    accepted.push(hazard.id);
  }
  if (plan.steps.length === 0 || options.dryRun) return got(accepted);
  const count = productCount(plan.steps);
  const question =
    count === 0 ? words.t('terminal.ask.now') : words.t('terminal.ask.remove', { count });
  return (await yes(terminal, words, question)) ? got(accepted) : { ok: false, end: cancelled };
}

/** Asked only where it may come to that; without an answer nothing is switched on. */
async function mayReactivate(
  plan: Plan,
  options: RemoveOptions,
  terminal: Terminal,
  words: Translator,
): Promise<boolean> {
  if (isToReactivate(options) || options.dryRun) return isToReactivate(options);
  const uncertain = plan.hazards.some(({ id }) => id === 'no-replacement');
  if (!uncertain || plan.steps.length === 0 || options.mayNotReactivate) return false;
  return await yes(terminal, words, words.t('terminal.ask.reactivateDefender'));
}

function hasStop(plan: Plan): boolean {
  return plan.hazards.some(({ severity }) => severity === 'stop');
}

function openTodos(plan: Plan): readonly Hazard[] {
  return openHazards(plan).filter(({ severity }) => severity === 'todo');
}

function decisionNeeded(hazards: readonly Hazard[]): CommandEnd {
  const lines = hazards.map(({ id }) =>
    message('terminal.end.hazardToSettle', {
      title: { id: `hazard.${id}.title` },
      advice: { id: `hazard.${id}.advice` },
      id,
    }),
  );
  return ended('decisionNeeded', message('terminal.end.decisionNeeded'), ...lines);
}
