import type { Family } from '../../../shared/domain/finding.ts';
import type { SecretProperty } from '../../../shared/domain/action.ts';
import type { HazardId } from '../hazards.ts';
import type { Cited, Pattern } from '../row.ts';

/** A product code seen on a real machine or in a vendor's own text. */
export interface KnownProductCode extends Cited {
  readonly code: string;
  readonly version: string | null;
}

/** An upgrade code seen on real machines, of several versions or in several languages. */
export interface KnownUpgradeCode extends Cited {
  readonly code: string;
}

/** What the vendor's uninstaller of this product wants to be told. */
export interface UninstallMethod {
  /** Windows Installer property that takes the login name of the product's password protection. */
  readonly loginProperty: string | null;
  readonly secretProperties: readonly SecretProperty[];
  /** Argument that makes an uninstaller program ask nothing; null when none is known. */
  readonly silentSwitch: string | null;
}

/** One product: how it is known, when it is chosen and how it is removed. */
export interface ProductRow extends Cited {
  readonly id: string;
  readonly family: Family;
  readonly name: string;
  /** `never`: another vendor's product, or nothing an uninstaller could remove; a person has to act. */
  readonly sweep: 'byDefault' | 'onlyWhenChosen' | 'never';
  /** It outlives its product by nature, so that nothing need be installed behind it. */
  readonly isTrace: boolean;
  /** Programs of other makers install it too, so that alone it is nobody's leftover for certain. */
  readonly isOfOthersToo: boolean;
  /** Place in the removal; lower goes first. VPN before antivirus, the Network Agent last. */
  readonly order: number;
  /** Names in the list of programs, in Windows Installer, in the environment key or in the Security Center. */
  readonly names: readonly Pattern[];
  /** Titles in translations that no public source shows. They name a product, but nothing goes by them alone. */
  readonly translations: readonly Pattern[];
  /** Names of the product's key below the vendor's registry root (its "line"). */
  readonly lines: readonly Pattern[];
  /** Names of the product's folder directly below a folder of the vendor. */
  readonly folders: readonly Pattern[];
  /** The folder decides before the name, because the name is translated. */
  readonly folderDecides: boolean;
  readonly productCodes: readonly KnownProductCode[];
  /** Codes that stay the same in every version and translation. */
  readonly upgradeCodes: readonly KnownUpgradeCode[];
  readonly uninstall: UninstallMethod;
  /** Ids of hazards that come with removing this product. */
  readonly hazards: readonly HazardId[];
}

export const removalOrder = {
  vpn: 10,
  passwordManager: 20,
  childSafety: 30,
  scanner: 40,
  antivirus: 50,
  edr: 60,
  endpoint: 70,
  server: 70,
  other: 75,
  management: 80,
  successor: 85,
  embeddedEngine: 86,
  agent: 90,
} as const satisfies Record<Family, number>;

export const plainUninstall: UninstallMethod = {
  loginProperty: null,
  secretProperties: [],
  silentSwitch: null,
};

type RowParts = Omit<
  ProductRow,
  | 'order'
  | 'isTrace'
  | 'isOfOthersToo'
  | 'translations'
  | 'lines'
  | 'folders'
  | 'folderDecides'
  | 'productCodes'
  | 'upgradeCodes'
  | 'uninstall'
  | 'hazards'
> &
  Partial<ProductRow>;

/** A row with the ordinary values filled in. */
export function productRow(parts: RowParts): ProductRow {
  return {
    order: removalOrder[parts.family],
    isTrace: false,
    isOfOthersToo: false,
    translations: [],
    lines: [],
    folders: [],
    folderDecides: false,
    productCodes: [],
    upgradeCodes: [],
    uninstall: plainUninstall,
    hazards: [],
    ...parts,
  };
}
