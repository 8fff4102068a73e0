import type { Inventory } from '../../../shared/domain/inventory.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import { productById } from '../../catalog/products/products.ts';
import { services as serviceRows } from '../../catalog/services.ts';
import { fileIndex, type FileIndex } from '../detect/vendor/file-index.ts';
import { processByName } from '../detect/vendor/matchers.ts';
import { guardingFamilies } from './guarding-families.ts';
import { isKasperskyRow, securityRows, type SecurityRow } from './security-rows.ts';

/** Kaspersky's rows in Windows Security, split by whether anything stands behind them. */
export interface KasperskyRows {
  readonly live: readonly SecurityRow[];
  readonly dead: readonly SecurityRow[];
}

/**
 * A row outlives an uninstaller that did not deregister it. It is dead when it does not say that it is on, when its
 * program is gone, or when none of the vendor's services runs.
 */
export function kasperskyRows(inventory: Inventory, files: FileIndex): KasperskyRows {
  const rows = securityRows(inventory).filter((row) => isKasperskyRow(row, files));
  const guarded = mayRun(inventory, files);
  const isLive = (row: SecurityRow) =>
    row.state === 'on' && guarded && files.get(row.path)?.exists !== false;
  return {
    live: rows.filter(isLive),
    dead: rows.filter((row) => !isLive(row)),
  };
}

/** True when Kaspersky is known to protect the machine: it says so, and a service of the vendor runs. */
export function kasperskyGuards(inventory: Inventory): boolean {
  const files = fileIndex(inventory);
  const runs = inventory.services.items.some((service) => isGuard(service, files));
  if (inventory.machine.edition === 'server') return runs;
  return runs && kasperskyRows(inventory, files).live.length > 0;
}

/** What guards a server, where no list names it: the services of the vendor that run. */
export function guardsOfServer(inventory: Inventory): readonly string[] {
  if (inventory.machine.edition !== 'server') return [];
  const files = fileIndex(inventory);
  return inventory.services.items
    .filter((service) => isGuard(service, files))
    .map(({ name }) => name);
}

/**
 * On a client, what guards it although no list of Windows shows a row of the vendor: registering there fails on some
 * computers, and the antivirus runs all the same. Null where nothing of the kind runs.
 */
export function unlistedGuard(
  inventory: Inventory,
  { live, dead }: KasperskyRows,
  files: FileIndex,
): string | null {
  const { machine, services, processes } = inventory;
  if (machine.edition === 'server' || live.length + dead.length > 0) return null;
  const isVendors = (path: string | null) => files.ownerOf(path) === 'vendor';
  const service = services.items.find((each) => isGuard(each, files) && isVendors(each.imageFile));
  const program = processes.items.find(({ name, path }) => isGuardProgram(name) && isVendors(path));
  return (service ?? program)?.name ?? null;
}

function isGuardProgram(image: string): boolean {
  const row = processByName(image);
  return (
    row?.portable === false &&
    row.products.some((id) => guardingFamilies.includes(productById(id).family))
  );
}

function mayRun(inventory: Inventory, files: FileIndex): boolean {
  const { services } = inventory;
  return !isComplete(services) || services.items.some((service) => isGuard(service, files));
}

/** The vendor's antivirus services: its agent and its VPN protect nothing, and drivers stay until the restart. */
const guards = serviceRows
  .filter(({ products }) =>
    products.some((id) => guardingFamilies.includes(productById(id).family)),
  )
  .map(({ match }) => new RegExp(match, 'iu'));

function isGuard(
  { kind, state, imageFile, name }: Inventory['services']['items'][number],
  files: FileIndex,
): boolean {
  if (kind !== 'service' || state !== 'running') return false;
  return guards.some((pattern) => pattern.test(name)) && files.ownerOf(imageFile) !== 'foreign';
}
