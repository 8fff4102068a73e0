import type { QuarantineAction, RepairAction } from '../../../shared/domain/action.ts';
import type { Service } from '../../../shared/domain/inventory/services.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { Danger } from '../../../shared/domain/plan/danger.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import type { SectionName } from '../../../shared/domain/sections.ts';
import { certificateRow } from '../detect/vendor/certificate-row.ts';
import { vendorNameKind } from '../detect/vendor/vendor-name.ts';
import { fileIndex } from '../detect/vendor/file-index.ts';
import { driverByName } from '../detect/vendor/matchers.ts';
import { driverFilters } from '../detect/driver-filters.ts';
import { isGuarding } from './is-guarding.ts';
import { isProvenDriver } from './proven-driver.ts';
import type { RepairContext } from './repairs.ts';

type RepairOf<K extends Danger['repair']['kind']> = Extract<Danger['repair'], { readonly kind: K }>;

/** What Cutover cannot or must not do is in the advice of the danger, step by step. */
export function repairByHand(): Message {
  return message('notRepaired.byHand');
}

/** All names of the vendor that hurt in one list go at once, and no other. */
export function takeFromFilterList(
  { key, list, name }: RepairOf<'takeFromFilterList'>,
  context: RepairContext,
): RepairAction | Message {
  const { inventory, dangers } = context;
  if (!isProven(name, context)) return message('notRepaired.notProven', { name });
  const hurting = dangers.flatMap(({ repair }) =>
    repair.kind === 'takeFromFilterList' && repair.key === key && repair.list === list
      ? [repair.name]
      : [],
  );
  const expected = driverFilters(inventory)
    .filter((filter) => filter.key === key && filter.list === list)
    .map(({ driver }) => driver);
  const names = hurting.filter((each) => isProven(each, context));
  return { kind: 'takeFromFilterList', key, list, expected, names: [...new Set(names)] };
}

function isProven(name: string, { inventory }: RepairContext): boolean {
  return isProvenDriver(name, inventory, fileIndex(inventory));
}

/**
 * A component of the network goes when its driver is gone, is the vendor's, and no product that is there may use it. What it is
 * called proves nothing: no source names it.
 */
export function removeNetworkComponent(
  { componentId, instanceKey }: RepairOf<'removeNetworkComponent'>,
  context: RepairContext,
): RepairAction | Message {
  const service = context.inventory.networkComponents.items.find(
    (each) => each.instanceKey === instanceKey,
  )?.service;
  if (service === undefined || service === null) return message('notRepaired.byHand');
  if (!isProven(service, context)) return message('notRepaired.notProven', { name: service });
  const why = usedBy(service, context);
  return why ?? { kind: 'removeNetworkComponent', componentId, instanceKey, service };
}

/** An entry of a driver goes when its file is gone, it is the vendor's, and nothing asks for it any more. */
export function removeDriver(
  { name }: RepairOf<'removeDriver'>,
  context: RepairContext,
): RepairAction | Message {
  const service = context.inventory.services.items.find((each) => isSame(each.name, name));
  if (service === undefined) return message('notRepaired.byHand');
  const why = whyDriverStays(service, context);
  return why ?? { kind: 'deleteDriver', name: service.name, imagePath: service.imagePath };
}

function whyDriverStays(service: Service, context: RepairContext): Message | null {
  const { name } = service;
  const { inventory } = context;
  if (service.state === 'running') return message('notRepaired.stillRuns', { name });
  if (service.imageExists !== false) return message('notRepaired.fileThere', { name });
  // Whose it is says more than that nothing proves its maker.
  const inUse = usedBy(name, context);
  if (inUse !== null) return inUse;
  if (!isProven(name, context)) return message('notRepaired.notProven', { name });
  if (encrypting.has(driverByName(name)?.row?.role ?? null))
    return message('notRepaired.encryption', { name });
  const unread = asking.filter((section) => !isComplete(inventory[section]));
  if (unread.length > 0)
    return message('notRepaired.notRead', {
      name,
      sections: unread.map((section) => message(`section.${section}`)),
    });
  return whoAsks(name, context);
}

/** That a product which is there has the driver; null where none has it. */
export function usedBy(name: string, { findings }: RepairContext): Message | null {
  const owner = findings.find(
    ({ state, parts }) => state !== 'leftover' && parts.drivers.some((each) => isSame(each, name)),
  );
  if (owner === undefined) return null;
  const sections = owner.notRead.map((section) => message(`section.${section}`));
  return sections.length > 0
    ? message('notRepaired.notRead', { name, sections })
    : message('notRepaired.usedBy', { name, product: owner.name });
}

const encrypting: ReadonlySet<string | null> = new Set(['diskEncryption', 'fileEncryption']);

/** Where a driver can be asked for. */
const asking = [
  'classFilters',
  'deviceFilters',
  'networkComponents',
  'networkAdapters',
] as const satisfies readonly SectionName[];

/**
 * A list that another step corrects first asks no more, nor does a component that goes first, which Windows unbinds from the
 * adapters. Whether that came about is asked again when the driver goes.
 */
function whoAsks(name: string, { inventory, dangers }: RepairContext): Message | null {
  const corrected = dangers.flatMap(({ repair }) =>
    repair.kind === 'takeFromFilterList' ? [repair] : [],
  );
  const filter = driverFilters(inventory).find(
    ({ driver, key, list }) =>
      isSame(driver, name) &&
      !corrected.some((each) => each.key === key && each.list === list && each.name === driver),
  );
  if (filter !== undefined)
    return message('notRepaired.namedByFilter', { name, place: filter.key });
  const components = inventory.networkComponents.items.filter(
    ({ service }) => service !== null && isSame(service, name),
  );
  const goes = new Set(
    dangers.map(({ repair }) =>
      repair.kind === 'removeNetworkComponent' ? repair.instanceKey : null,
    ),
  );
  const bound = components.find(({ instanceKey }) => !goes.has(instanceKey));
  if (bound !== undefined)
    return message('notRepaired.bound', {
      name,
      component: bound.description ?? bound.componentId,
    });
  if (components.length > 0) return null;
  const adapter = inventory.networkAdapters.items.find(({ upperBind }) =>
    upperBind.some((each) => isSame(each, name)),
  );
  if (adapter === undefined) return null;
  return message('notRepaired.bound', {
    name,
    component: adapter.description ?? adapter.adapterId,
  });
}

/** A certificate of a product that is gone goes; while another one is there that may use it, it stays. */
export function distrust(
  { thumbprint, userSid, firefoxProfile }: RepairOf<'distrust'>,
  { inventory, findings }: RepairContext,
): RepairAction | Message {
  const certificate = inventory.certificates.items.find(
    (each) =>
      each.thumbprint === thumbprint &&
      each.userSid === userSid &&
      each.firefoxProfile === firefoxProfile,
  );
  const row = certificate === undefined ? null : certificateRow(certificate);
  if (certificate === undefined || row === null) return message('notRepaired.byHand');
  if (firefoxProfile !== null) return message('notRepaired.firefox');
  const name = row.commonName;
  const owner = findings.find(
    (finding) =>
      finding.state === 'installed' &&
      (isGuarding(finding) || row.products.includes(finding.productId)),
  );
  if (owner !== undefined) return message('notRepaired.usedBy', { name, product: owner.name });
  if (userSid !== null && !inventory.profiles.items.some(({ sid }) => sid === userSid))
    return message('leftover.noProfile', { person: userSid });
  return { kind: 'distrustCertificate', thumbprint, userSid };
}

/**
 * The entry of a product that is gone. What its texts are is asked again when it goes; where none of them names the
 * vendor, it stays.
 */
export function removeProgramEntry(
  { key }: RepairOf<'removeProgramEntry'>,
  { inventory }: RepairContext,
): QuarantineAction | Message {
  const entry = inventory.programs.items.find((each) => each.key === key);
  if (entry === undefined) return message('notRepaired.byHand');
  const { displayName, publisher } = entry;
  if (vendorNameKind(publisher) !== 'vendor')
    return message('notRepaired.notProven', { name: displayName ?? entry.keyName });
  const texts = { DisplayName: displayName, Publisher: publisher };
  const expected = Object.entries(texts).filter(
    (each): each is [string, string] => each[1] !== null,
  );
  return { kind: 'quarantineKey', key, expected: Object.fromEntries(expected) };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
