import type { Evidence, Family, Parts } from '../../../shared/domain/finding.ts';
import { message } from '../../../shared/domain/message.ts';
import { productById } from '../../catalog/products/products.ts';

/** What a sign claims about the product it belongs to. */
export interface Sign {
  readonly evidence: Evidence;
  /**
   * `installed` only for what registers or runs a product, not for what it leaves lying about; `unbacked` for an
   * entry of programs that Windows Installer does not know, or whose uninstaller is gone, and for what a product wrote about itself.
   */
  readonly presence: 'installed' | 'unbacked' | 'remains' | 'portable';
  /** Product code, registry line (upper case) and product folder (lower case) link signs to each other. */
  readonly code: string | null;
  readonly line: string | null;
  readonly folder: string | null;
  /** The product it names, and how much that says: see `ranks`. */
  readonly productId: string | null;
  readonly rank: number;
  /** Something that a public source confirms says so; else the product may be another one of the vendor's. */
  readonly identifies: boolean;
  /** Families it may join when nothing links it closer. Empty: it joins only through a link. */
  readonly families: readonly Family[];
  /** The product of a finding made of such signs alone; null when they make none. */
  readonly orphanOf: string | null;
  readonly name: string | null;
  readonly version: string | null;
  /** For entries of programs: two with the same text are the same program. */
  readonly sameAs: string | null;
  /** What it adds to the finding's parts. */
  readonly part: { readonly list: keyof Parts; readonly value: string | number } | null;
  /** It meets the removal rule by itself. */
  readonly proves: boolean;
  /** The security identifier of whoever could have written it for themselves; null for what is the machine's. */
  readonly person: string | null;
}

/** What names a product, from the strongest to a guess by a name that several share. */
export const ranks = {
  code: 6,
  decidingFolder: 5,
  name: 4,
  folder: 3,
  line: 2,
  guess: 1,
  none: 0,
} as const;

/** A sign with the ordinary values filled in. */
export function sign(parts: Partial<Sign> & Pick<Sign, 'evidence'>): Sign {
  return {
    presence: 'remains',
    code: null,
    line: null,
    folder: null,
    productId: null,
    rank: 0,
    identifies: true,
    families: [],
    orphanOf: null,
    name: null,
    version: null,
    sameAs: null,
    part: null,
    proves: false,
    person: null,
    ...parts,
  };
}

/** What a sign is tied to that only lets guess its product; null where it does not even that. */
export function guessedTies(
  productId: string | null,
): Pick<Sign, 'productId' | 'rank' | 'families' | 'orphanOf'> {
  const families = productId === null ? [] : [productById(productId).family];
  return { productId, rank: ranks.guess, families, orphanOf: productId };
}

/** A folder that is there. */
export function folderEvidence(path: string, strength: Evidence['strength'] = 'support'): Evidence {
  return { kind: 'folder', ref: path, says: message('evidence.folder.exists', { path }), strength };
}
