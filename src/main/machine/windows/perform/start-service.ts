import { setTimeout as sleep } from 'node:timers/promises';
import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../../shared/windows/command-line.ts';
import type { PerformContext } from '../../machine.ts';
import { refuseToStart } from './defender-targets.ts';
import {
  exited,
  nothingBefore,
  type Performed,
  type Performer,
  type Switchboard,
} from './performer.ts';

/** Starts a service of Microsoft Defender, and looks whether it stays up. */
export const startService: Performer<ActionOf<'startService'>, Switchboard> = {
  command: ({ name }) => formatCommandLine('sc.exe', ['start', name]),
  refuse: ({ name }) => refuseToStart(name),
  before: () => nothingBefore,
  act: start,
};

const alreadyRunning = 1056;
const notActive = 1062;

async function start(
  { name }: ActionOf<'startService'>,
  _before: unknown,
  { timeLimitMs }: PerformContext,
  here: Switchboard,
): Promise<Performed> {
  const end = performance.now() + timeLimitMs;
  const code = await here.control.start(name);
  if (code !== 0 && code !== alreadyRunning) return exited(code, here);
  for (let upSince: number | null = null; ; await sleep(here.lookAgainMs)) {
    const state = here.control.state(name);
    if ('code' in state) return exited(state.code, here);
    if (state.value === 'stopped')
      return { ended: 'exited', exitCode: notActive, message: [endedAgain(name)] };
    const now = performance.now();
    if (state.value === 'running') upSince ??= now;
    if (upSince !== null && now - upSince >= here.settleMs) return exited(0, here);
    if (now >= end) return { ended: 'timedOut', message: [stillStarting(name)] };
  }
}

function endedAgain(name: string): Message {
  return message('started.endedAgain', { name });
}

function stillStarting(name: string): Message {
  return message('started.notYet', { name });
}
