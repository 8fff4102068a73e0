import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message } from '../../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../../shared/windows/command-line.ts';
import { exited, nothingBefore, type Performer } from '../perform/performer.ts';
import type { RestartBench } from '../perform/restart-control.ts';

/**
 * Has Windows restart the computer after a while. Whether it would come back whole was asked of all that is known of it, right
 * before; see `engine/run/restart-plan.ts`.
 */
export const restartComputer: Performer<ActionOf<'restartComputer'>, RestartBench> = {
  command: ({ delaySeconds, force }) =>
    formatCommandLine('shutdown.exe', [
      '/r',
      '/t',
      String(delaySeconds),
      ...(force ? ['/f'] : []),
      '/d',
      'p:4:2',
    ]),
  refuse: () => null,
  before: () => nothingBefore,
  act: ({ delaySeconds, message: text, force }, _before, _context, here) => {
    const code = here.restarts.restart({ delaySeconds, message: text, force });
    const started = here.restarts.isPractice ? 'restart.practised' : 'restart.started';
    const said = code === 0 ? [message(started, { count: delaySeconds })] : [];
    return { ...exited(code, here), message: said };
  },
};
