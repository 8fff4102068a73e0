import type { ActionOf } from '../../../shared/domain/action.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../shared/windows/command-line.ts';
import type { Performer } from '../windows/perform/performer.ts';
import type { QuarantineBench } from '../windows/perform/quarantine-control.ts';
import {
  makeAgain,
  refuseOther,
  refuseRegistered,
  takeAway,
} from '../windows/perform/service-entry.ts';
import { isVendorProgram } from './vendor-places.ts';

type Delete = ActionOf<'deleteService'>;
type Create = ActionOf<'createService'>;

const refusals = {
  other: 'refused.noService',
  runs: 'refused.serviceRuns',
  works: 'refused.serviceWorks',
} as const;

/** Takes the entry of a service away whose program is gone and which no other service needs. */
export const deleteService: Performer<Delete, QuarantineBench> = {
  command: ({ name }) => formatCommandLine('sc.exe', ['delete', name]),
  refuse: (action, here) =>
    refuseOther(action, here.repair, refusals) ??
    refuseForeign(action) ??
    refuseNeeded(action, here),
  ...takeAway,
};

/** Makes such an entry again, with everything that stood in it. */
export const createService: Performer<Create, QuarantineBench> = {
  command: ({ name, imagePath }) =>
    formatCommandLine('sc.exe', ['create', name, 'binPath=', imagePath ?? '']),
  refuse: (action, { repair }) => refuseRegistered(action, repair, 'refused.serviceRegistered'),
  ...makeAgain,
};

function refuseForeign({ imagePath }: Delete): Message | null {
  if (isVendorProgram(imagePath)) return null;
  return message('refused.notAVendorFolder', { path: imagePath ?? '' });
}

function refuseNeeded({ name }: Delete, { services }: QuarantineBench): Message | null {
  const dependents = services.dependentsOf(name);
  if (dependents === null) return message('refused.dependentsUnread', { name });
  const [dependent] = dependents;
  return dependent === undefined ? null : message('refused.neededBy', { name, dependent });
}
