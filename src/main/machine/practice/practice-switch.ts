import type { Action, ActionKind } from '../../../shared/domain/action.ts';
import type { PerformContext } from '../machine.ts';
import {
  carryOut,
  type Performed,
  type Performer,
  type Switchboard,
} from '../windows/perform/performer.ts';
import { quarantineFolder, returnFolder } from '../quarantine/folder.ts';
import { quarantineKey, quarantineValue, returnKey, returnValue } from '../quarantine/key.ts';
import { createService, deleteService } from '../quarantine/service.ts';
import type { QuarantineBench } from '../windows/perform/quarantine-control.ts';
import { removeRegistryValue } from '../windows/perform/remove-registry-value.ts';
import { setServiceStart } from '../windows/perform/set-service-start.ts';
import { startService } from '../windows/perform/start-service.ts';
import { writeRegistryValue } from '../windows/perform/write-registry-value.ts';
import { createDriver, deleteDriver } from '../windows/repair/driver-entry.ts';
import { putFilterList, takeFromFilterList } from '../windows/repair/filter-list.ts';
import { distrustCertificate, trustCertificate } from '../windows/repair/root-certificate.ts';

type Here = Switchboard & QuarantineBench;

/** The same performers as on a real computer, with the same refusals; they are given a recorded one. */
const performers = {
  startService,
  setServiceStart,
  removeRegistryValue,
  writeRegistryValue,
  takeFromFilterList,
  putFilterList,
  deleteDriver,
  createDriver,
  distrustCertificate,
  trustCertificate,
  quarantineFolder,
  returnFolder,
  quarantineKey,
  returnKey,
  quarantineValue,
  returnValue,
  deleteService,
  createService,
};

/** Changes a setting of a practice computer; null for an action that is about none. */
export async function practiceSwitch(
  action: Action,
  context: PerformContext,
  controls: Pick<Here, 'control' | 'repair' | 'folders' | 'keys' | 'services'>,
): Promise<Performed | null> {
  if (!isSwitch(action.kind)) return null;
  const performer = performers[action.kind] as Performer<Action, Here>;
  const describeError = (code: number) => `Windows error ${code}.`;
  return await carryOut(performer, action, context, {
    ...controls,
    describeError,
    lookAgainMs: 0,
    settleMs: 0,
  });
}

function isSwitch(kind: ActionKind): kind is keyof typeof performers {
  return kind in performers;
}
