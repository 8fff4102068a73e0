import { assertNever } from '../../../shared/domain/assert-never.ts';
import { isAtOrBelow } from '../../../shared/windows/at-or-below.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { providerKeyOf } from '../../../shared/domain/inventory/amsi-providers.ts';
import type { Certificate } from '../../../shared/domain/inventory/certificates.ts';
import type { Service } from '../../../shared/domain/inventory/services.ts';
import type { LeftoverSection } from '../../../shared/domain/plan/leftover.ts';
import { isComplete, type Section } from '../../../shared/domain/section.ts';
import type { ItemOf, SectionName } from '../../../shared/domain/sections.ts';
import type { DoneWhen, Gone } from '../../../shared/domain/plan/step.ts';
import { startsRun } from '../../../shared/domain/restart/continuation.ts';
import { registrationsIn, type Registration } from './registrations.ts';
import { driverFilters } from '../detect/driver-filters.ts';
import { holdsRemains } from '../detect/folder-contents.ts';
import { statusOf } from '../protection/defender-status.ts';

/** Whether the machine shows that a setting is changed; null where it cannot tell. */
export function isShown(doneWhen: Exclude<DoneWhen, Gone>, inventory: Inventory): boolean | null {
  switch (doneWhen.kind) {
    case 'serviceRuns':
      return holds(inventory.services, isOf(doneWhen.name), ({ state }) => state === 'running');
    case 'serviceStarts':
      return holds(
        inventory.services,
        isOf(doneWhen.name),
        ({ start }) => start === doneWhen.start,
      );
    case 'valueIs':
      return valueIs(doneWhen, inventory);
    case 'signaturesUpToDate':
      // Windows notices new signatures later than they come, so that old ones say nothing.
      return statusOf(inventory).signatures === 'upToDate' ? true : null;
    case 'filtersNamed':
      return filtersNamed(doneWhen, inventory);
    case 'serviceRegistered':
      return isAsWanted(doneWhen, inventory.services, isRegistered(doneWhen.name));
    case 'certificateTrusted': {
      const { thumbprint, userSid } = doneWhen;
      return isAsWanted(doneWhen, inventory.certificates, isTrusted(thumbprint, userSid));
    }
    case 'networkComponentKnown':
      return isAsWanted(doneWhen, inventory.networkComponents, ({ componentId }) =>
        isSame(componentId, doneWhen.componentId),
      );
    case 'folderHolds':
      return folderHolds(doneWhen, inventory);
    case 'placeListed': {
      const { section, place } = doneWhen;
      const items: Section<object> = inventory[section];
      return isAsWanted(doneWhen, items, (item) =>
        isAtOrBelow(placeOf[section](item as never), place),
      );
    }
    case 'continuationRegistered':
      return continuationRegistered(doneWhen, inventory);
    case 'restartAsked':
      return null;
    default:
      return assertNever(doneWhen);
  }
}

/** The sections that show whether remains are gone, or what is registered, besides what waits for a restart. */
export function sectionsShowing(doneWhen: DoneWhen): readonly SectionName[] {
  if (doneWhen.kind === 'folderHolds') return ['vendorFolders', 'pendingRestarts'];
  if (doneWhen.kind === 'placeListed') return [doneWhen.section, 'pendingRestarts'];
  if (doneWhen.kind === 'continuationRegistered') return registeringSections;
  if (doneWhen.kind === 'networkComponentKnown') return ['networkComponents', 'pendingRestarts'];
  return ['services', 'pendingRestarts'];
}

const registeringSections = ['scheduledTasks', 'autostarts', 'pendingRestarts'] as const;

/** Where an item stands: a key, a value or a folder. */
const placeOf: { readonly [K in LeftoverSection]: (item: ItemOf<K>) => string } = {
  programs: ({ key }) => key,
  services: ({ name }) => name,
  vendorKeys: ({ key }) => key,
  vendorFolders: ({ path }) => path,
  autostarts: ({ key, name }) => `${key}\\${name}`,
  browserExtensions: ({ location }) => location,
  eventChannels: ({ key }) => key,
  amsiProviders: providerKeyOf,
  scheduledTasks: ({ path }) => path,
  driverPackages: ({ store, inf }) => store ?? inf,
  firewallRules: ({ key, name }) => `${key}\\${name}`,
};

/** What a person keeps does not count, nor the folders in which that lies. */
function folderHolds(
  { path, there }: Extract<DoneWhen, { kind: 'folderHolds' }>,
  { vendorFolders }: Inventory,
): boolean | null {
  if (holdsRemains(path, vendorFolders.items)) return there;
  return isComplete(vendorFolders) ? !there : null;
}

function continuationRegistered(
  { runId, args, there }: Extract<DoneWhen, { kind: 'continuationRegistered' }>,
  inventory: Inventory,
): boolean | null {
  const isIt = (each: Registration) => each.runId === runId && startsRun(each.started, args);
  if (registrationsIn(inventory).some(isIt)) return there;
  const { scheduledTasks, autostarts } = inventory;
  return isComplete(scheduledTasks) && isComplete(autostarts) ? !there : null;
}

function holds<Item>(
  section: Section<Item>,
  isIt: (item: Item) => boolean,
  isDone: (item: Item) => boolean,
): boolean | null {
  const item = section.items.find(isIt);
  if (item !== undefined) return isDone(item);
  return isComplete(section) ? false : null;
}

/** Absence counts only where everything was read. */
function isAsWanted<Item>(
  { there }: { readonly there: boolean },
  section: Section<Item>,
  isIt: (item: Item) => boolean,
): boolean | null {
  if (section.items.some(isIt)) return there;
  return isComplete(section) ? !there : null;
}

/** What was deleted while it was in use goes with the next restart. */
function isRegistered(name: string) {
  return (service: Service) => isSame(service.name, name) && service.markedForDeletion !== true;
}

function isTrusted(thumbprint: string, userSid: string | null) {
  return (certificate: Certificate) =>
    certificate.thumbprint === thumbprint &&
    certificate.userSid === userSid &&
    certificate.firefoxProfile === null;
}

function filtersNamed(
  { key, list, names, there }: Extract<DoneWhen, { kind: 'filtersNamed' }>,
  inventory: Inventory,
): boolean | null {
  const { classFilters, deviceFilters } = inventory;
  const standing = driverFilters(inventory)
    .filter((filter) => isSame(filter.key, key) && filter.list === list)
    .map(({ driver }) => driver);
  // A list is read as a whole, and one without names is not listed.
  const isKnown = standing.length > 0 || [classFilters, deviceFilters].every(isComplete);
  return isKnown ? names.every((name) => standing.includes(name) === there) : null;
}

function valueIs(
  { key, name, data }: Extract<DoneWhen, { kind: 'valueIs' }>,
  { defender }: Inventory,
): boolean | null {
  const value = defender.items.find((item) => isSame(item.key, key) && isSame(item.name, name));
  if (value === undefined && !isComplete(defender)) return null;
  return (value?.data ?? null) === data;
}

function isOf(name: string) {
  return (item: { readonly name: string }) => isSame(item.name, name);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
