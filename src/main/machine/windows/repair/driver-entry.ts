import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../../shared/windows/command-line.ts';
import { exited, type Performer } from '../perform/performer.ts';
import type { RepairControl, Workbench } from '../perform/repair-control.ts';

type Delete = ActionOf<'deleteDriver'>;
type Create = ActionOf<'createDriver'>;

/** Takes the entry of a driver away whose file is gone and which nothing names any more. */
export const deleteDriver: Performer<Delete, Workbench> = {
  command: ({ name }) => formatCommandLine('sc.exe', ['delete', name]),
  refuse: (action, { repair }) => refuseOther(action, repair) ?? refuseAskedFor(action, repair),
  before: ({ name }, { repair }) => before(name, repair),
  act: ({ name }, _before, _context, here) => exited(here.repair.deleteDriver(name), here),
};

/** Makes such an entry again, with everything that stood in it. */
export const createDriver: Performer<Create, Workbench> = {
  command: ({ name, imagePath }) =>
    formatCommandLine('sc.exe', ['create', name, 'type=', 'kernel', 'binPath=', imagePath ?? '']),
  refuse: ({ name }, { repair }) => {
    const now = repair.driver(name);
    if ('code' in now || now.value === null) return null;
    return message('refused.driverRegistered', { name });
  },
  before: ({ name }, { repair }) => before(name, repair),
  act: ({ name, tree }, _before, _context, here) =>
    exited(here.repair.createDriver(name, tree), here),
};

function before(name: string, repair: RepairControl) {
  const now = repair.driverTree(name);
  return 'code' in now ? now : { value: { kind: 'registryTree', tree: now.value } as const };
}

/** A driver that works, or that is another one than was planned, stays. */
function refuseOther({ name, imagePath }: Delete, repair: RepairControl): Message | null {
  const now = repair.driver(name);
  if ('code' in now || now.value === null) return null;
  const entry = now.value;
  if (!entry.isDriver) return message('refused.noDriver', { name });
  if (entry.running) return message('refused.driverRuns', { name });
  if (entry.imageExists !== false) return message('refused.driverWorks', { name });
  if (entry.imagePath === imagePath) return null;
  const told = { now: entry.imagePath ?? '', expected: imagePath ?? '' };
  return message('refused.otherData', { value: name, ...told });
}

/** Windows gives up a device whose driver is named and is not there. */
function refuseAskedFor({ name }: Delete, repair: RepairControl): Message | null {
  const places = repair.placesNaming(name);
  if (places === null) return message('refused.askersUnread', { name });
  const [place] = places;
  return place === undefined ? null : message('refused.askedFor', { name, place });
}
