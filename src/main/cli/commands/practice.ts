import { exitCodes } from '../../../shared/domain/exit-codes.ts';
import type { Choice } from '../../../shared/domain/plan.ts';
import { english } from '../../../shared/words/english.ts';
import { hazardWords } from '../../../shared/words/hazard-words.ts';
import { scope } from '../../catalog/scope.ts';
import { systemClock } from '../../engine/record/clock.ts';
import type { RunEnd } from '../../engine/run/run.ts';
import { createRunFolder, type RunFolder } from '../../engine/record/run-folder.ts';
import type { Machine } from '../../machine/machine.ts';
import type { PracticeComputer } from '../../machine/practice/computers/practice-computer.ts';
import { usualPracticeSpeed } from '../../machine/practice/usual-practice.ts';
import { choiceFrom } from '../flags/choice-options.ts';
import { done, type CommandEnd } from '../results/command-end.ts';
import { endOfRun } from '../results/end-of-run.ts';
import { findPracticeComputer, openMachine, writableDataFolder } from '../flags/machines.ts';
import { decisions } from '../../session/decisions.ts';
import { HeldSecrets } from '../../session/held-secrets.ts';
import { runSession } from './run-session.ts';
import { runTeller } from '../terminal/show-run.ts';
import { styled } from '../terminal/style.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';

export interface PracticeOptions {
  readonly dataFolder?: string;
  readonly fast?: boolean;
}

/** `cutover practice`: a whole removal on a recorded computer, with the answers a person would give. */
export async function practiceCommand(
  options: PracticeOptions,
  terminal: Terminal,
  computerId?: string,
): Promise<CommandEnd> {
  const computer = findPracticeComputer(computerId);
  if (!computer.ok) return computer.end;
  const place = { ...options, practice: computer.value.id };
  const data = await writableDataFolder(place);
  if (!data.ok) return data.end;
  const machine = await openMachine(place, usualPracticeSpeed);
  if (!machine.ok) return machine.end;
  machine.value.reset?.();
  introduce(computer.value, terminal);
  const end = await walk(
    machine.value,
    computer.value,
    createRunFolder(data.value, systemClock),
    terminal,
  );
  const { exit } = endOfRun(end, data.value, { practice: computer.value.id }, terminal);
  const { windows, meaning } = exitCodes[exit];
  terminal.out(`On a real computer the exit code would be ${windows}: ${meaning}`);
  return done;
}

function introduce(computer: PracticeComputer, terminal: Terminal): void {
  const width = terminal.columns;
  terminal.out(styled(terminal, 'cyan', `PRACTICE – ${computer.title}`));
  terminal.out(wrapped(computer.description, width, ''));
  terminal.out(
    wrapped(
      'This computer is a recording. Nothing on your own computer is read or changed.',
      width,
      '',
    ),
  );
  terminal.out('');
}

async function walk(
  machine: Machine,
  computer: PracticeComputer,
  folder: RunFolder,
  terminal: Terminal,
): Promise<RunEnd> {
  const session = {
    machine,
    folder,
    choice: await answersFor(machine, terminal),
    secrets: passwordsOf(computer),
    dryRun: false,
    terminal,
  };
  const teller = (findingsAndPlan: boolean) => runTeller(terminal, { findingsAndPlan });
  const end = await runSession({ ...session, onEvent: teller(true) });
  if (end.exit !== 'restartNeeded') return end;
  terminal.out('');
  terminal.out(styled(terminal, 'cyan', 'The practice computer restarts …'));
  machine.restart?.();
  return await runSession({ ...session, onEvent: teller(false) });
}

/** Chooses everything, says that the computer is ours, and accepts what a person would have done by now. */
async function answersFor(machine: Machine, terminal: Terminal): Promise<Choice> {
  const inventory = await machine.inventory({ scope });
  const choice = choiceFrom({ all: true, managedByUs: true });
  const plan = decisions.plan(inventory, decisions.detect(inventory), choice);
  const todos = plan.hazards.filter(({ severity }) => severity === 'todo');
  for (const hazard of todos)
    terminal.out(`For practice we take as done: ${hazardWords(hazard, english).title}`);
  return { ...choice, acknowledged: todos.map(({ id }) => id) };
}

function passwordsOf(computer: PracticeComputer): HeldSecrets {
  const secrets = new HeldSecrets();
  for (const { password } of computer.effects)
    if (password !== null) secrets.set(password.secret, password.value);
  return secrets;
}
