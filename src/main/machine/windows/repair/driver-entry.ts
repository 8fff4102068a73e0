import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../../shared/windows/command-line.ts';
import type { Performer } from '../perform/performer.ts';
import type { RepairControl, Workbench } from '../perform/repair-control.ts';
import { makeAgain, refuseOther, refuseRegistered, takeAway } from '../perform/service-entry.ts';

type Delete = ActionOf<'deleteDriver'>;
type Create = ActionOf<'createDriver'>;

const refusals = {
  other: 'refused.noDriver',
  runs: 'refused.driverRuns',
  works: 'refused.driverWorks',
} as const;

/** Takes the entry of a driver away whose file is gone and which nothing names any more. */
export const deleteDriver: Performer<Delete, Workbench> = {
  command: ({ name }) => formatCommandLine('sc.exe', ['delete', name]),
  refuse: (action, { repair }) =>
    refuseOther(action, repair, refusals) ?? refuseAskedFor(action, repair),
  ...takeAway,
};

/** Makes such an entry again, with everything that stood in it. */
export const createDriver: Performer<Create, Workbench> = {
  command: ({ name, imagePath }) =>
    formatCommandLine('sc.exe', ['create', name, 'type=', 'kernel', 'binPath=', imagePath ?? '']),
  refuse: (action, { repair }) => refuseRegistered(action, repair, 'refused.driverRegistered'),
  ...makeAgain,
};

/** Windows gives up a device whose driver is named and is not there. */
function refuseAskedFor({ name }: Delete, repair: RepairControl): Message | null {
  const places = repair.placesNaming(name);
  if (places === null) return message('refused.askersUnread', { name });
  const [place] = places;
  return place === undefined ? null : message('refused.askedFor', { name, place });
}
