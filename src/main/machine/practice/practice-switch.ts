import type { Action, ActionKind } from '../../../shared/domain/action.ts';
import type { PerformContext } from '../machine.ts';
import type { DefenderControl } from '../windows/perform/defender-control.ts';
import {
  carryOut,
  type Performed,
  type Performer,
  type Switchboard,
} from '../windows/perform/performer.ts';
import { removeRegistryValue } from '../windows/perform/remove-registry-value.ts';
import { setServiceStart } from '../windows/perform/set-service-start.ts';
import { startService } from '../windows/perform/start-service.ts';
import { writeRegistryValue } from '../windows/perform/write-registry-value.ts';

/** The same performers as on a real computer, with the same refusals; they are given a recorded one. */
const performers = { startService, setServiceStart, removeRegistryValue, writeRegistryValue };

/** Changes a switch of Microsoft Defender on a practice computer; null for an action that is about none. */
export async function practiceSwitch(
  action: Action,
  context: PerformContext,
  control: DefenderControl,
): Promise<Performed | null> {
  if (!isSwitch(action.kind)) return null;
  const performer = performers[action.kind] as Performer<Action, Switchboard>;
  const describeError = (code: number) => `Windows error ${code}.`;
  return await carryOut(performer, action, context, {
    control,
    describeError,
    lookAgainMs: 0,
    settleMs: 0,
  });
}

function isSwitch(kind: ActionKind): kind is keyof typeof performers {
  return kind in performers;
}
