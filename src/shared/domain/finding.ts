/** What a product is for. A person chooses what to remove by family or by product. */
export type Family =
  | 'antivirus'
  | 'endpoint'
  | 'edr'
  | 'agent'
  | 'vpn'
  | 'passwordManager'
  | 'childSafety'
  | 'server'
  | 'management'
  | 'scanner'
  | 'successor'
  | 'embeddedEngine'
  | 'other';

/** `installed`: registered or running. `leftover`: remains of a product that is gone. `portable`: a tool that was never installed. */
export type FindingState = 'installed' | 'leftover' | 'portable';

/**
 * `proven`: meets the removal rule (a product code Windows Installer knows, or path and publisher or signer).
 * `likely`: several signs agree but removal is not allowed on them. `hint`: a name only.
 */
export type Confidence = 'proven' | 'likely' | 'hint';

export type EvidenceKind =
  | 'program'
  | 'installerProduct'
  | 'environmentKey'
  | 'vendorKey'
  | 'service'
  | 'driver'
  | 'process'
  | 'folder'
  | 'file'
  | 'certificate'
  | 'scheduledTask'
  | 'browserExtension'
  | 'networkComponent'
  | 'classFilter'
  | 'securityProduct';

/** One reason for a finding. `ref` identifies the item in the inventory (its key, name, path or code). */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly ref: string;
  /** A plain sentence, with the machine's own strings untouched. */
  readonly says: string;
  readonly strength: 'proof' | 'support' | 'hint';
}

/** Items of the inventory that belong to a finding, by the identifier of their section. */
export interface Parts {
  readonly programs: readonly string[];
  readonly productCodes: readonly string[];
  readonly services: readonly string[];
  readonly drivers: readonly string[];
  readonly processes: readonly number[];
  readonly vendorKeys: readonly string[];
  readonly folders: readonly string[];
}

/** A product, or the remains of one, with the reasons for saying so. */
export interface Finding {
  /** Stable between two inventories of the same machine: the catalog row and what tells two copies apart. */
  readonly id: string;
  readonly productId: string;
  readonly family: Family;
  /** The name as the machine shows it, else the catalog's. */
  readonly name: string;
  readonly version: string | null;
  readonly state: FindingState;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly parts: Parts;
}
