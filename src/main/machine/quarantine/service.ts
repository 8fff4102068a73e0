import type { ActionOf } from '../../../shared/domain/action.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../shared/windows/command-line.ts';
import { exited, type Performer } from '../windows/perform/performer.ts';
import type { QuarantineBench } from '../windows/perform/quarantine-control.ts';
import type { RepairControl } from '../windows/perform/repair-control.ts';
import { isVendorProgram } from './vendor-places.ts';

type Delete = ActionOf<'deleteService'>;
type Create = ActionOf<'createService'>;

/** Takes the entry of a service away whose program is gone and which no other service needs. */
export const deleteService: Performer<Delete, QuarantineBench> = {
  command: ({ name }) => formatCommandLine('sc.exe', ['delete', name]),
  refuse: (action, here) => refuseOther(action, here.repair) ?? refuseNeeded(action, here),
  before: ({ name }, { repair }) => before(name, repair),
  act: ({ name }, _before, _context, here) => exited(here.repair.deleteDriver(name), here),
};

/** Makes such an entry again, with everything that stood in it. */
export const createService: Performer<Create, QuarantineBench> = {
  command: ({ name, imagePath }) =>
    formatCommandLine('sc.exe', ['create', name, 'binPath=', imagePath ?? '']),
  refuse: ({ name }, { repair }) => {
    const now = repair.driver(name);
    if ('code' in now || now.value === null) return null;
    return message('refused.serviceRegistered', { name });
  },
  before: ({ name }, { repair }) => before(name, repair),
  act: ({ name, tree }, _before, _context, here) =>
    exited(here.repair.createDriver(name, tree), here),
};

function before(name: string, repair: RepairControl) {
  const now = repair.driverTree(name);
  return 'code' in now ? now : { value: { kind: 'registryTree', tree: now.value } as const };
}

/** A service that works, a driver, or one that is another than was planned, stays. */
function refuseOther({ name, imagePath }: Delete, repair: RepairControl): Message | null {
  const now = repair.driver(name);
  if ('code' in now || now.value === null) return null;
  const entry = now.value;
  if (entry.isDriver) return message('refused.noService', { name });
  if (entry.running) return message('refused.serviceRuns', { name });
  if (entry.imageExists !== false) return message('refused.serviceWorks', { name });
  if (entry.imagePath === imagePath) return refuseForeign(imagePath);
  const told = { now: entry.imagePath ?? '', expected: imagePath ?? '' };
  return message('refused.otherData', { value: name, ...told });
}

function refuseForeign(imagePath: string | null): Message | null {
  if (isVendorProgram(imagePath)) return null;
  return message('refused.notAVendorFolder', { path: imagePath ?? '' });
}

function refuseNeeded({ name }: Delete, { services }: QuarantineBench): Message | null {
  const dependents = services.dependentsOf(name);
  if (dependents === null) return message('refused.dependentsUnread', { name });
  const [dependent] = dependents;
  return dependent === undefined ? null : message('refused.neededBy', { name, dependent });
}
