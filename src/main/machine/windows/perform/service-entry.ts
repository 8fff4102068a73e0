import type { ActionOf, Before } from '../../../../shared/domain/action.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import type { Asked } from './defender-control.ts';
import { exited, type Switchboard } from './performer.ts';
import type { RepairControl } from './repair-control.ts';

/** Windows keeps services and drivers as entries of one kind; taking one away and making it again is the same for both. */
type Delete = ActionOf<'deleteDriver' | 'deleteService'>;
type Create = ActionOf<'createDriver' | 'createService'>;
type Here = Pick<Switchboard, 'describeError'> & { readonly repair: RepairControl };

interface Refusals {
  readonly other: 'refused.noDriver' | 'refused.noService';
  readonly runs: 'refused.driverRuns' | 'refused.serviceRuns';
  readonly works: 'refused.driverWorks' | 'refused.serviceWorks';
}

export const takeAway = {
  before,
  act: ({ name }: Delete, _before: unknown, _context: unknown, here: Here) =>
    exited(here.repair.deleteDriver(name), here),
};

/** With everything that stood in it. */
export const makeAgain = {
  before,
  act: ({ name, tree }: Create, _before: unknown, _context: unknown, here: Here) =>
    exited(here.repair.createDriver(name, tree), here),
};

function before({ name }: Delete | Create, { repair }: Here): Asked<Before | null> {
  const now = repair.driverTree(name);
  return 'code' in now ? now : { value: { kind: 'registryTree', tree: now.value } };
}

/** One that works, that is of the other kind, or that is another than was planned, stays. */
export function refuseOther(
  { kind, name, imagePath }: Delete,
  repair: RepairControl,
  refusals: Refusals,
): Message | null {
  const now = repair.driver(name);
  if ('code' in now || now.value === null) return null;
  const entry = now.value;
  if (entry.isDriver !== (kind === 'deleteDriver')) return message(refusals.other, { name });
  if (entry.running) return message(refusals.runs, { name });
  if (entry.imageExists !== false) return message(refusals.works, { name });
  if (entry.imagePath === imagePath) return null;
  const told = { now: entry.imagePath ?? '', expected: imagePath ?? '' };
  return message('refused.otherData', { value: name, ...told });
}

/** Nothing is made over an entry that is there again. */
export function refuseRegistered(
  { name }: Create,
  repair: RepairControl,
  refusal: 'refused.driverRegistered' | 'refused.serviceRegistered',
): Message | null {
  const now = repair.driver(name);
  return 'code' in now || now.value === null ? null : message(refusal, { name });
}
