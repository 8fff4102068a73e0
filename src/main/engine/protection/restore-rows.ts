import type { Inventory } from '../../../shared/domain/inventory.ts';
import { fileIndex } from '../detect/file-index.ts';
import { kasperskyRows, type KasperskyRows } from './kaspersky-guard.ts';
import { solvedByOthers, type FoundCause } from './restore-cause.ts';
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
  const says = `“${name}” is registered as the antivirus of this computer; Defender stays off beside it.`;
  return solvedByOthers(
    { id: 'otherAntivirus', subject: name, explanation: says },
    'otherProduct',
    `Repair or remove “${name}” with its own installer.`,
    { blocks: true },
  );
}

function kasperskyThere(live: KasperskyRows['live']): FoundCause {
  const name = live[0]?.name ?? 'Kaspersky';
  const says = `“${name}” still protects this computer; Defender stays off beside it.`;
  return solvedByOthers(
    { id: 'kasperskyThere', subject: name, explanation: says },
    'removeKaspersky',
    'Remove it first: `cutover remove`.',
    { blocks: true },
  );
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
  const name = dead[0]?.name ?? 'Kaspersky';
  const says = `Windows Security still lists “${name}”, which is gone. Such a row can keep Defender from taking over.`;
  return [
    solvedByOthers(
      { id: 'deadRow', subject: name, explanation: says },
      'restartWindows',
      'No program may take out the row of another: Microsoft publishes no way. Windows drops rows whose program it can ' +
        'no longer verify, and does not say when: restart the computer and look again. If the row stays, install and ' +
        'remove the product once more with its own installer, which deregisters it.',
      { blocks: false },
    ),
  ];
}
