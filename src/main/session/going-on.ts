import { dirname, join } from 'node:path';
import type { ActionResult } from '../../shared/domain/action.ts';
import type { RestartChoice } from '../../shared/domain/restart/restart-choice.ts';
import type { GoingOn } from '../engine/run/goes-on.ts';
import { unregisteringStep } from '../engine/run/restart-plan.ts';
import type { RunFolder } from '../engine/record/run-folder.ts';
import type { Machine } from '../machine/machine.ts';
import { ownProgram, usualDataFolder } from '../machine/open-machine.ts';

/** What whoever begins or goes on with a run says about its restart. */
export interface AboutRestart {
  /** Missing where what the run was begun with counts. */
  readonly choice?: RestartChoice | undefined;
  /** Windows started this by itself. */
  readonly byItself?: boolean;
  /** Asks whoever is there; missing where nobody is. */
  readonly mayRestart?: () => Promise<boolean>;
}

/** How a run is gone on with after a restart. */
export async function goingOnFor(
  machine: Machine,
  { dataFolder }: RunFolder,
  { choice, byItself = false, mayRestart = nobody }: AboutRestart,
): Promise<GoingOn> {
  const program = machine.practice ? 'cutover' : await ownProgram();
  const base = machine.practice ? dirname(dirname(dataFolder.path)) : dataFolder.path;
  const argsOf = await continuationArgs(machine, base);
  return { choice, program, argsOf, byItself, mayRestart };
}

async function nobody(): Promise<boolean> {
  return await Promise.resolve(false);
}

/**
 * Takes away what goes on with a run that cannot be gone on with, because nothing of it can be read or it is not this
 * computer's. `base` is the folder that runs of this computer are kept in.
 */
export async function endContinuation(
  machine: Machine,
  base: string,
  runId: string,
): Promise<ActionResult> {
  const args = (await continuationArgs(machine, base))(runId);
  const { action, timeLimitMs } = unregisteringStep(runId, args);
  return await machine.perform(action, {
    secrets: { get: () => undefined },
    timeLimitMs,
    // Nothing that is started writes a log or a file, and nothing is put back.
    logFile: '',
    temporaryFolder: '',
    quarantineFolder: () => '',
    signal: new AbortController().signal,
    onEvent: () => undefined,
    remember: () => undefined,
  });
}

/** The same for the same computer and the same folder, whoever asks: what is registered is known again by it. */
async function continuationArgs(
  { id, practice }: Machine,
  base: string,
): Promise<(runId: string) => readonly string[]> {
  const isUsual = join(base) === join(await usualDataFolder());
  const folder = isUsual ? [] : ['--data-folder', base];
  const computer = practice ? ['--practice', id.replace(/^practice-/, '')] : [];
  return (runId) => ['resume', runId, '--after-restart', ...folder, ...computer];
}
