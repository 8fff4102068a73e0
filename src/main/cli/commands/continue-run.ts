import { resolve } from 'node:path';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { ExitCodeName } from '../../../shared/domain/run/exit-codes.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { scope } from '../../catalog/scope.ts';
import { journalOf, type RunFolder } from '../../engine/record/run-folder.ts';
import { continuingOf, type Continuing } from '../../engine/run/goes-on.ts';
import type { Machine } from '../../machine/machine.ts';
import { usualDataFolder } from '../../machine/open-machine.ts';
import { endContinuation } from '../../session/going-on.ts';
import { runIdPattern } from '../../../shared/domain/restart/run-id.ts';
import { isAsking } from './ask-for-restart.ts';
import { findRun } from '../flags/find-run.ts';
import { openDataFolder, openMachine } from '../flags/machines.ts';
import { got, not, type CommandEnd, type Got } from '../results/command-end.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { RunOptions } from './remove.ts';

/** What is to be gone on with, and by whom. */
export interface Continued {
  readonly machine: Machine;
  readonly folder: RunFolder;
  readonly terminal: Terminal;
  readonly words: Translator;
}

/**
 * `cutover resume RUN --after-restart`, which Windows starts by itself. What cannot be gone on with leaves the computer as it
 * is and takes its registration away, so that the next start is like any other.
 */
export async function continueRun(
  options: RunOptions,
  terminal: Terminal,
  words: Translator,
  runId: string,
  goOn: (run: Continued) => Promise<CommandEnd>,
): Promise<CommandEnd> {
  const machine = await openMachine(options);
  if (!machine.ok) return machine.end;
  try {
    const { forbidden = null } = options;
    const folder =
      forbidden === null
        ? await toContinue(options, terminal, words, runId, machine.value)
        : not('forbidden', forbidden);
    const end = folder.ok
      ? await goOn({ machine: machine.value, folder: folder.value, terminal, words })
      : folder.end;
    const isRun = runIdPattern.test(runId);
    const told =
      isRun && isOver(end) ? await withoutRegistration(end, options, runId, machine.value) : end;
    if (isAsking(options, terminal)) await terminal.ask(words.t('terminal.ask.close'));
    return told;
  } finally {
    await machine.value.close();
  }
}

async function toContinue(
  options: RunOptions,
  terminal: Terminal,
  words: Translator,
  runId: string,
  machine: Machine,
): Promise<Got<RunFolder>> {
  const data = await openDataFolder(options, 'write', { terminal, words });
  if (!data.ok) return data;
  const folder = findRun(data.value, runId);
  if (!folder.ok) return folder;
  const journal = journalOf(folder.value.path);
  if (!journal.ok) return not('unreadableInput', journal.message);
  const now = await machine.inventory({ scope, only: [] });
  if (now.machine.elevated === false)
    return not('notAdministrator', message('terminal.end.notAdministrator'));
  const continuing = continuingOf(journal.entries, runId, machine.id, now);
  if (continuing === 'goesOn') return got(folder.value);
  const { exit, says } = ends[continuing];
  return not(exit, says);
}

const ends: Readonly<
  Record<Exclude<Continuing, 'goesOn'>, { readonly exit: ExitCodeName; readonly says: Message }>
> = {
  otherMachine: { exit: 'unreadableInput', says: message('problem.otherMachine') },
  notAsked: { exit: 'unreadableInput', says: message('terminal.continuationNotAsked') },
  atItsEnd: { exit: 'success', says: message('terminal.continuationAtItsEnd') },
  notRestarted: { exit: 'restartNeeded', says: message('terminal.continuationNotRestarted') },
};

/**
 * Whether nothing is to start by itself any more. A run that came to its end has seen to that; before the restart, while
 * another run works, and without the rights for it, the registration waits for the next start.
 */
function isOver({ exit, answer }: CommandEnd): boolean {
  const waits: readonly ExitCodeName[] = ['restartNeeded', 'anotherRun', 'notAdministrator'];
  return answer?.record === undefined && !waits.includes(exit);
}

async function withoutRegistration(
  end: CommandEnd,
  { dataFolder }: RunOptions,
  runId: string,
  machine: Machine,
): Promise<CommandEnd> {
  const base = dataFolder === undefined ? await usualDataFolder() : resolve(dataFolder);
  const { ended: how, exitCode, message: why } = await endContinuation(machine, base, runId);
  const says = end.says ?? [];
  if (how === 'exited' && exitCode === 0) return { ...end, says };
  return { ...end, says: [...says, message('run.registrationStays'), ...why] };
}
