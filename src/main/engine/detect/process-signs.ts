import type { Process } from '../../../shared/domain/inventory/processes.ts';
import { message } from '../../../shared/domain/message.ts';
import type { ProcessRow } from '../../catalog/processes.ts';
import { productById } from '../../catalog/products/products.ts';
import { proveFile, type ProofBase } from './prove.ts';
import type { Look, Place } from './look.ts';
import {
  isLookAlike,
  mentionsVendor,
  processByName,
  rowByFolder,
  rowByTitleFolder,
} from './vendor/matchers.ts';
import { ranks, sign, type Sign } from './sign.ts';
import { isShortVendorPath } from './vendor/vendor-place.ts';

/** Signs of running programs. A name of unknown place is a hint, because others use the same names. */
export function processSigns(base: ProofBase, look: Look): Sign[] {
  return base.inventory.processes.items.flatMap((process) => {
    const known = processByName(process.name);
    const vendors = isVendorsElsewhere(process, base);
    if (!known && !mentionsVendor(process.path) && !vendors) return [];
    if (isLookAlike(process.name, process.path)) return [];
    const place = look(process.path);
    const carried = vendors && !place.own;
    if (!carried && !fits(process, known, place)) return [];
    const portable = known?.portable ?? carried;
    return [processSign(process, { known, portable }, place, base)];
  });
}

/** The vendor signed it, and it lies where nothing is installed: a tool that somebody unpacked there. */
function isVendorsElsewhere({ path }: Process, { files }: ProofBase): boolean {
  return path !== null && !installedPlace.test(path) && files.isSignedByVendor(path);
}

/** Tools that unpack themselves below the common files, in a folder of their own name, are nobody's product. */
const installedPlace =
  /^[a-z]:\\(?:program files(?: \(x86\))?\\(?!common files\\kaspersky_)|programdata\\|windows\\)/i;

function fits(process: Process, known: ProcessRow | null, place: Place): boolean {
  if (place.owner === 'foreign') return false;
  if (known === null) return place.folder !== null;
  const fitsPlace = place.own || known.portable || place.owner === 'vendor';
  return process.path === null || fitsPlace || isShortVendorPath(process.path);
}

interface Known {
  readonly known: ProcessRow | null;
  readonly portable: boolean;
}

function processSign(
  process: Process,
  { known, portable }: Known,
  place: Place,
  base: ProofBase,
): Sign {
  const isConfirmed = known !== null && known.confidence !== 'U';
  // Where nobody expects it, its place says more than its name.
  const name = place.own ? process.name : (process.path ?? process.name);
  const { productId, rank, families } = productOf(known, place);
  return sign({
    evidence: {
      kind: 'process',
      ref: String(process.pid),
      says: message('evidence.process.running', { name }),
      strength: isConfirmed && process.path !== null ? 'support' : 'hint',
    },
    presence: portable ? 'portable' : 'installed',
    folder: place.folder?.key ?? null,
    productId,
    rank,
    families: portable ? [] : families,
    orphanOf:
      isConfirmed || portable || place.folder !== null ? (productId ?? 'kaspersky-other') : null,
    part: { list: 'processes', value: process.pid },
    proves: proveFile(process.path, null, base).proven,
  });
}

function productOf(
  known: ProcessRow | null,
  { folder, own, owner }: Place,
): Pick<Sign, 'productId' | 'rank' | 'families'> {
  const byTitle = folder && rowByTitleFolder(folder.name);
  if (byTitle)
    return { productId: byTitle.row.id, rank: ranks.folder, families: [byTitle.row.family] };
  const byFolder = folder && rowByFolder(folder.name);
  const products = known?.products ?? [];
  const families = products.map((id) => productById(id).family);
  // The vendor made it, and it lies where no product of the vendor was put: others carry its programs along.
  if (owner === 'vendor' && !own && known?.portable === false)
    return { productId: 'kaspersky-other', rank: ranks.none, families };
  const productId = byFolder?.row.id ?? products[0] ?? null;
  return { productId, rank: ranks.guess, families };
}
