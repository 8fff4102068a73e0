import type { Inventory } from '../../../shared/domain/inventory.ts';
import { fileIndex } from '../detect/vendor/file-index.ts';
import { kasperskyRows, type KasperskyRows } from './kaspersky-guard.ts';
import { solvedByOthers, type FoundCause } from './reactivation-cause.ts';
import { isDefenderRow, isKasperskyRow, securityRows } from './security-rows.ts';

/** Products in the list of Windows Security beside which Defender stays off. */
export function otherProductCauses(inventory: Inventory): readonly FoundCause[] {
  const files = fileIndex(inventory);
  const { live } = kasperskyRows(inventory, files);
  const names = new Set(
    securityRows(inventory)
      .filter((row) => !isDefenderRow(row) && !isKasperskyRow(row, files) && row.state === 'on')
      .map(({ name }) => name),
  );
  const foreign = [...names].map(otherAntivirus);
  return live.length === 0 ? foreign : [...foreign, kasperskyThere(live)];
}

function otherAntivirus(name: string): FoundCause {
  const cause = { id: 'otherAntivirus', subject: name } as const;
  return solvedByOthers(cause, 'otherProduct', { blocks: true });
}

function kasperskyThere(live: KasperskyRows['live']): FoundCause {
  const cause = { id: 'kasperskyThere', subject: live[0]?.name ?? 'Kaspersky' } as const;
  return solvedByOthers(cause, 'removeKaspersky', { blocks: true });
}

/**
 * Only Windows and the product itself take rows out of the list. Microsoft: the interface for it is not published and
 * goes to vendors only (blogs.msdn.microsoft.com/alejacma/2008/05/12); `wscapi.h` has functions that read and none
 * that removes a product. Windows drops what it can no longer verify, and says so in its log (libyal/winevt-kb,
 * messages of `wscsvc.dll`, 11). Deleting a row by WMI or in the registry, as forums advise, is supported by nobody.
 */
export function deadRowCauses(inventory: Inventory): readonly FoundCause[] {
  const { live, dead } = kasperskyRows(inventory, fileIndex(inventory));
  if (live.length > 0 || dead.length === 0) return [];
  const cause = { id: 'deadRow', subject: dead[0]?.name ?? 'Kaspersky' } as const;
  return [solvedByOthers(cause, 'restartWindows', { blocks: false })];
}
