import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { ProtectionAction } from '../../../../shared/domain/action.ts';
import type { ActionResult } from '../../../../shared/domain/action.ts';
import type { PerformContext } from '../../machine.ts';
import type { DefenderControl } from './defender-control.ts';
import { refuseTarget } from './defender-targets.ts';
import { refuseHere } from './refuse-here.ts';

export type DirectAction = Exclude<ProtectionAction, { kind: 'updateDefenderSignatures' }>;

/** What became of an action that is carried out in this process; the exit code is a Windows error number. */
export type Performed = Pick<ActionResult, 'ended' | 'exitCode' | 'message' | 'logFile'>;

export interface ProtectionTools {
  readonly control: DefenderControl;
  readonly describeError: (code: number) => string;
  /** Milliseconds between two looks at a service, and how long it has to stay up to count as started. */
  readonly lookAgainMs: number;
  readonly settleMs: number;
}

/**
 * Changes one switch of Microsoft Defender, or starts it. What stood there before goes to the log first, so that it
 * can be put back. Anything that is not Defender's own is refused.
 */
export async function performProtection(
  action: DirectAction,
  context: PerformContext,
  tools: ProtectionTools,
): Promise<Performed> {
  const refusal = refuseTarget(action);
  if (refusal !== null) return couldNotStart(refusal);
  if (context.signal.aborted) return { ...nothing, ended: 'cancelled' };
  switch (action.kind) {
    case 'startService':
      return startService(action.name, context, tools);
    case 'setServiceStart':
      return setServiceStart(action, context, tools);
    case 'removeRegistryValue':
      return removeRegistryValue(action, context, tools);
    default:
      return assertNever(action);
  }
}

const nothing = { exitCode: null, message: null, logFile: null } as const;

function couldNotStart(message: string): Performed {
  return { ...nothing, ended: 'couldNotStart', message };
}

const alreadyRunning = 1056;
const notActive = 1062;

async function startService(
  name: string,
  { timeLimitMs }: PerformContext,
  tools: ProtectionTools,
): Promise<Performed> {
  const end = performance.now() + timeLimitMs;
  const code = await tools.control.start(name);
  if (code !== 0 && code !== alreadyRunning) return exited(code, tools);
  for (let upSince: number | null = null; ; await sleep(tools.lookAgainMs)) {
    const state = tools.control.state(name);
    if ('code' in state) return exited(state.code, tools);
    if (state.value === 'stopped')
      return { ...exited(notActive, tools), message: endedAgain(name) };
    const now = performance.now();
    if (state.value === 'running') upSince ??= now;
    if (upSince !== null && now - upSince >= tools.settleMs) return exited(0, tools);
    if (now >= end) return { ...nothing, ended: 'timedOut', message: stillStarting(name) };
  }
}

function endedAgain(name: string): string {
  return `The service ${name} was started and ended again at once. Windows still counts another antivirus as present: restart the computer, then look again.`;
}

function stillStarting(name: string): string {
  return `The service ${name} had not started within the time limit. Look again in some minutes.`;
}

/** Numbers of `winsvc.h`. */
const startNumbers = { boot: 0, auto: 2, demand: 3 } as const;

function setServiceStart(
  { name, start }: Extract<DirectAction, { kind: 'setServiceStart' }>,
  { logFile }: PerformContext,
  tools: ProtectionTools,
): Performed {
  const before = tools.control.readStart(name);
  if ('code' in before) return exited(before.code, tools);
  const wanted = startNumbers[start];
  if (before.value === wanted) return exited(0, tools);
  const problem = record(logFile, { service: name, start: before.value });
  if (problem !== null) return couldNotStart(problem);
  return { ...exited(tools.control.writeStart(name, wanted), tools), logFile };
}

function removeRegistryValue(
  { key, name, expectedData }: Extract<DirectAction, { kind: 'removeRegistryValue' }>,
  { logFile }: PerformContext,
  tools: ProtectionTools,
): Performed {
  const refusal = refuseHere({ key, name }, tools.control);
  if (refusal !== null) return couldNotStart(refusal);
  const before = tools.control.readNumber(key, name);
  if ('code' in before) return exited(before.code, tools);
  if (before.value !== expectedData) {
    return couldNotStart(
      `${key}\\${name} holds ${before.value} and no longer ${expectedData}, so it was left alone. Scan the computer again.`,
    );
  }
  const problem = record(logFile, { key, name, type: 'REG_DWORD', data: before.value });
  if (problem !== null) return couldNotStart(problem);
  return { ...exited(tools.control.removeValue(key, name), tools), logFile };
}

/** On disk before anything is changed; without it nothing is. */
function record(logFile: string, before: object): string | null {
  try {
    const text = JSON.stringify({ format: 'cutover-undo/1', before }, null, 2);
    writeFileSync(logFile, `${text}\n`, { flush: true });
    return null;
  } catch (error) {
    return `What was there before could not be written to ${logFile}, so nothing was changed: ${String(error)}`;
  }
}

function exited(code: number, { describeError }: ProtectionTools): Performed {
  const message = code === 0 ? null : describeError(code);
  return { ended: 'exited', exitCode: code, message, logFile: null };
}
