import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message } from '../../../../shared/domain/message.ts';
import { runOnceNameOf, taskNameOf } from '../../../../shared/domain/restart/continuation.ts';
import { exited, type Performed, type Performer } from '../perform/performer.ts';
import type { RestartBench } from '../perform/restart-control.ts';
import { placesOf, refuseForeign } from './found-registrations.ts';

type Unregister = ActionOf<'unregisterContinuation'>;

/** Takes away what goes on with a run, wherever it stands. What has its name and starts something else stays. */
export const unregisterContinuation: Performer<Unregister, RestartBench> = {
  command: ({ runId }) => taskNameOf(runId),
  refuse: refuseForeign,
  before: (action, { restarts }) => {
    const found = placesOf(action, restarts);
    if ('code' in found) return found;
    return { value: { kind: 'continuation', registered: [...found.value] } };
  },
  act: async ({ runId }, before, _context, here): Promise<Performed> => {
    const { restarts } = here;
    const found = before?.kind === 'continuation' ? before.registered : [];
    const codes = [
      found.includes('task') ? await restarts.dropTask(taskNameOf(runId)) : 0,
      found.includes('runOnce') ? restarts.dropRunOnce(runOnceNameOf(runId)) : 0,
    ];
    const code = codes.find((each) => each !== 0) ?? 0;
    const said = code === 0 ? [message('continuation.unregistered')] : [];
    return { ...exited(code, here), message: said };
  },
};
