import { message } from '../../../shared/domain/message.ts';
import { unnamedKeys, type UnnamedKey } from './environment-keys.ts';
import type { ProofBase } from './prove.ts';
import { folderEvidence, sign, type Sign } from './sign.ts';
import { isInVendorFolder } from './vendor/vendor-place.ts';

/**
 * What lies in the vendor's own keys and folders under no name of a product: licences, settings, what came after the
 * catalog. Beside a product it tells nothing new; alone it shows that something of the vendor's is or was here. It is
 * no part of a finding, because nothing may go by a guess.
 */
export function unnamedSigns({ inventory, files }: ProofBase): Sign[] {
  const strangers = inventory.files.items
    .map(({ path }) => path)
    .filter((path) => files.ownerOf(path) === 'foreign');
  // Somebody else may have put a program into a folder of that name.
  const folders = inventory.vendorFolders.items.filter(
    ({ path }) => isInVendorFolder(path) && !strangers.some(isBelow(path)),
  );
  return [
    ...unnamedKeys(inventory).map(keySign),
    ...folders.map(({ path }) =>
      sign({ evidence: folderEvidence(path), orphanOf: 'kaspersky-other' }),
    ),
  ];
}

function keySign({ root, name, key }: UnnamedKey): Sign {
  const whose = root === 'HKLM' ? 'machine' : 'person';
  return sign({
    evidence: {
      kind: 'vendorKey',
      ref: key,
      says: message(`evidence.vendorKey.${whose}`, { line: name }),
      strength: 'support',
    },
    orphanOf: 'kaspersky-other',
  });
}

function isBelow(folder: string): (path: string) => boolean {
  const start = `${folder}\\`.toLowerCase();
  return (path) => path.toLowerCase().startsWith(start);
}
