import { exitCodes } from '../../../shared/domain/run/exit-codes.ts';
import type { Choice } from '../../../shared/domain/plan/plan.ts';
import { hazardWords } from '../../../shared/words/hazard-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { scope } from '../../catalog/scope.ts';
import { systemClock } from '../../engine/record/clock.ts';
import { acquireRunLock } from '../../engine/record/run-lock.ts';
import type { RunEnd } from '../../engine/run/run.ts';
import { createRunFolder, type RunFolder } from '../../engine/record/run-folder.ts';
import type { Machine } from '../../machine/machine.ts';
import type { PracticeComputer } from '../../machine/practice/computers/practice-computer.ts';
import { usualPracticeSpeed } from '../../machine/practice/usual-practice.ts';
import { choiceFrom } from '../flags/choice-options.ts';
import { ended, type CommandEnd } from '../results/command-end.ts';
import { endOfRun } from '../results/end-of-run.ts';
import { findPracticeComputer, openMachine, openDataFolder } from '../flags/machines.ts';
import { decisions } from '../../session/decisions.ts';
import { lockOf } from '../../session/lock-of.ts';
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
  words: Translator,
  computerId?: string,
): Promise<CommandEnd> {
  const computer = await findPracticeComputer(computerId);
  if (!computer.ok) return computer.end;
  const place = { ...options, practice: computer.value.id };
  const data = await openDataFolder(place, 'write', { terminal, words });
  if (!data.ok) return data.end;
  const machine = await openMachine(place, usualPracticeSpeed);
  if (!machine.ok) return machine.end;
  const folder = createRunFolder(data.value, systemClock);
  const refusal = await resetAlone(machine.value, folder);
  if (refusal !== null) return refusal;
  introduce(computer.value, terminal, words);
  const end = await walk(machine.value, computer.value, folder, terminal, words);
  const runEnd = endOfRun(end, data.value.path, place, terminal, words);
  if (runEnd.says !== undefined) return runEnd;
  const code = String(exitCodes[runEnd.exit].windows);
  const meaning = words.t(`exitCode.${runEnd.exit}.meaning`);
  terminal.out(words.t('terminal.practice.exitCode', { code, meaning }));
  return { ...runEnd, exit: 'success' };
}

/** Puts the computer back to how it was recorded, while nobody is at work there; why not, or null. */
async function resetAlone(machine: Machine, folder: RunFolder): Promise<CommandEnd | null> {
  const request = { ...(await lockOf(machine, folder)), runId: folder.runId };
  const lock = await acquireRunLock(request);
  if (!lock.held) {
    folder.discardIfUnused();
    return ended('anotherRun', lock.message);
  }
  machine.reset?.();
  await lock.lock.release();
  return null;
}

function introduce({ id }: PracticeComputer, terminal: Terminal, { t, render }: Translator): void {
  const title = `${t('banner.practice')} – ${render({ id: `machine.${id}.title` })}`;
  const description = render({ id: `machine.${id}.description` });
  terminal.out(styled(terminal, 'cyan', title));
  terminal.out(wrapped(description, terminal.columns, ''));
  terminal.out(wrapped(t('banner.practiceNote'), terminal.columns, ''));
  terminal.out('');
}

async function walk(
  machine: Machine,
  computer: PracticeComputer,
  folder: RunFolder,
  terminal: Terminal,
  words: Translator,
): Promise<RunEnd> {
  const session = {
    machine,
    folder,
    choice: await answersFor(machine, terminal, words),
    secrets: passwordsOf(computer),
    dryRun: false,
    terminal,
    words,
  };
  const teller = (findingsAndPlan: boolean) => runTeller(terminal, words, { findingsAndPlan });
  const end = await runSession({ ...session, onEvent: teller(true) });
  if (end.exit !== 'restartNeeded') return end;
  terminal.out('');
  terminal.out(styled(terminal, 'cyan', words.t('terminal.practice.restarts')));
  machine.restart?.();
  return await runSession({ ...session, onEvent: teller(false) });
}

/** Chooses everything, says that the computer is ours, and accepts what a person would have done by now. */
async function answersFor(
  machine: Machine,
  terminal: Terminal,
  words: Translator,
): Promise<Choice> {
  const inventory = await machine.inventory({ scope });
  const choice = choiceFrom({ all: true, managedByUs: true });
  const plan = decisions.plan(inventory, decisions.detect(inventory), choice);
  const todos = plan.hazards.filter(({ severity }) => severity === 'todo');
  for (const hazard of todos) {
    const { title } = hazardWords(hazard, words);
    terminal.out(words.t('terminal.practice.takenAsDone', { title }));
  }
  return { ...choice, acknowledged: todos.map(({ id }) => id) };
}

function passwordsOf(computer: PracticeComputer): HeldSecrets {
  const secrets = new HeldSecrets();
  for (const { password } of computer.effects)
    if (password !== null) secrets.set(password.secret, password.value);
  return secrets;
}
