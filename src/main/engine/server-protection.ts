import type { Inventory } from '../../shared/inventory.ts';
import type { Protection } from '../../shared/protection.ts';
import { isComplete } from '../../shared/section.ts';
import { antivirusProducts, type AntivirusRow } from '../catalog/antivirus-products.ts';
import { defenderState } from './defender.ts';
import { fileIndex } from './detect/file-index.ts';

/**
 * Windows Server tells nobody which antivirus is on. A running service with the right signer shows that a
 * product is there, not that it protects, so that the best answer here is `cannotTell` with reasons: even
 * Defender's running service tells neither the age of its signatures nor whether it stands down.
 */
export function serverProtection(inventory: Inventory): Protection {
  const running = antivirusProducts.filter((row) => row.protects && runs(row, inventory));
  const defender = defenderState(inventory);
  const reasons = [
    'Windows Server does not say which antivirus protects it.',
    `Microsoft Defender: ${defender.because}`,
    ...running.map((row) => `A service of ${row.name} runs.`),
  ];
  const mayRun = running.length > 0 || defender.kind === 'running' || defender.kind === 'unknown';
  if (mayRun || !isComplete(inventory.services)) {
    return { verdict: 'cannotTell', products: [], reasons };
  }
  const nothing = 'No service of a known antivirus runs.';
  return { verdict: 'unprotected', products: [], reasons: [...reasons, nothing] };
}

function runs(row: AntivirusRow, inventory: Inventory): boolean {
  const files = fileIndex(inventory);
  const names = new Set(row.services.map((name) => name.toLowerCase()));
  return inventory.services.items.some((service) => {
    if (!names.has(service.name.toLowerCase()) || service.state !== 'running') return false;
    const file = files.get(service.imageFile);
    const owner = file?.signature?.organization ?? file?.companyName ?? null;
    return owner === null || owner.toLowerCase().includes(row.company.toLowerCase());
  });
}
