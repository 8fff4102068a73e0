import type { Inventory } from '../../../shared/domain/inventory.ts';
import { message } from '../../../shared/domain/message.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import { antivirusProducts } from '../../catalog/antivirus-products.ts';
import type { FileIndex } from '../detect/vendor/file-index.ts';
import { defenderOfWindows } from './defender-of-windows.ts';
import { defenderSettingsTestimony, defenderStatusTestimony } from './defender-testimony.ts';
import {
  fileTestimony,
  knownAs,
  ownership,
  namedServices,
  serviceTestimony,
} from './program-testimony.ts';
import { rowTestimony } from './row-testimony.ts';
import { catalogRowsFor, isDefenderRow, rowsByProduct, type SecurityRow } from './security-rows.ts';
import type { Candidate, Testimony } from './testimony.ts';

/**
 * Every antivirus but Kaspersky that a machine shows, each once, with what every source says about it. On client
 * Windows an antivirus has to be registered with Windows Security; Windows Server has none.
 */
export function candidates(
  inventory: Inventory,
  rows: readonly SecurityRow[],
  files: FileIndex,
): readonly Candidate[] {
  const counted = inventory.machine.edition === 'server' ? [] : rows;
  const defenderRows = counted.filter(isDefenderRow);
  const products = rowsByProduct(counted.filter((row) => !isDefenderRow(row)));
  const listed = [...products.values()].map((own) => listedCandidate(own, inventory, files));
  const named = new Set([...products.keys()].flatMap((key) => key.split('+')));
  return [
    ...defenderCandidate(defenderRows, inventory, files),
    ...listed,
    ...unlistedCandidates(named, inventory, files),
  ];
}

const defender = antivirusProducts.filter(({ id }) => id === 'microsoft-defender');

function defenderCandidate(
  rows: readonly SecurityRow[],
  inventory: Inventory,
  files: FileIndex,
): readonly Candidate[] {
  const product = knownAs(defender);
  const exists = namedServices(product, inventory).length > 0;
  const isAntivirus = defenderOfWindows(inventory) === 'antivirus';
  if (!isAntivirus || (!exists && rows.length === 0)) return [];
  const gone: Testimony = {
    source: 'services',
    answer: 'doesNotProtect',
    says: message('protection.service.missing'),
  };
  const service =
    !exists && isComplete(inventory.services)
      ? gone
      : serviceTestimony(rows, product, inventory, files);
  const status = defenderStatusTestimony(inventory);
  const own = [service, status, defenderSettingsTestimony(inventory, status)];
  // Windows has called it by three names; we say one.
  return [
    { name: 'Microsoft Defender', testimonies: [...listTestimonies(rows, inventory), ...own] },
  ];
}

function listedCandidate(
  rows: readonly SecurityRow[],
  inventory: Inventory,
  files: FileIndex,
): Candidate {
  const name = rows[0]?.name ?? '';
  const product = knownAs(catalogRowsFor(name));
  const file = fileTestimony(rows, product, files);
  const testimonies = [
    ...listTestimonies(rows, inventory),
    ...(file === null ? [] : [file]),
    serviceTestimony(rows, product, inventory, files),
  ];
  return { name, testimonies };
}

function listTestimonies(rows: readonly SecurityRow[], inventory: Inventory): readonly Testimony[] {
  if (inventory.machine.edition === 'server') return [];
  return (['securityCenter', 'securityCenterWmi'] as const).map((list) =>
    rowTestimony(list, rows, inventory),
  );
}

/** Known products of which a service with the right signer runs, although no row tells of them. */
function unlistedCandidates(
  listed: ReadonlySet<string>,
  inventory: Inventory,
  files: FileIndex,
): readonly Candidate[] {
  const others = antivirusProducts.filter(
    ({ id, protects }) => protects && id !== 'microsoft-defender' && !listed.has(id),
  );
  return others.flatMap((row) => {
    const product = knownAs([row]);
    const running = namedServices(product, inventory).filter(({ state }) => state === 'running');
    const possible = running.filter(({ imageFile }) => {
      const file = files.get(imageFile);
      return file === undefined || ownership(file, product.signers).own;
    });
    if (possible.length === 0) return [];
    const service = serviceTestimony([], product, inventory, files);
    return [{ name: row.name, testimonies: [...listTestimonies([], inventory), service] }];
  });
}
