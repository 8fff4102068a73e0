import type { Action, ActionKind } from '../../../shared/domain/action.ts';
import type { PerformContext } from '../machine.ts';
import {
  carryOut,
  type Performed,
  type Performer,
  type Switchboard,
} from '../windows/perform/performer.ts';
import { changePerformers } from '../windows/repair/change-performers.ts';
import type { NetworkBench } from '../windows/perform/network-control.ts';
import type { QuarantineBench } from '../windows/perform/quarantine-control.ts';
import type { RestartBench } from '../windows/perform/restart-control.ts';

type Here = Switchboard & QuarantineBench & RestartBench & NetworkBench;

/** Changes a setting of a practice computer; null for an action that is about none. */
export async function practiceSwitch(
  action: Action,
  context: PerformContext,
  controls: Omit<Here, 'describeError' | 'lookAgainMs' | 'settleMs'>,
): Promise<Performed | null> {
  if (!isSwitch(action.kind)) return null;
  const performer = changePerformers[action.kind] as Performer<Action, Here>;
  const describeError = (code: number) => `Windows error ${code}.`;
  return await carryOut(performer, action, context, {
    ...controls,
    describeError,
    lookAgainMs: 0,
    settleMs: 0,
  });
}

function isSwitch(kind: ActionKind): kind is keyof typeof changePerformers {
  return kind in changePerformers;
}
