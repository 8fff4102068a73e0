import type { SecurityProduct } from '../../../shared/domain/inventory/security-products.ts';
import type { SourceAnswer } from '../../../shared/domain/protection.ts';

/** The sources in the order in which they are shown, by the name that a person sees. */
export const sourceNames = {
  securityCenter: 'Windows Security',
  securityCenterWmi: 'Windows Security, asked by WMI',
  programFile: 'The program that is registered, and its signature',
  services: 'Services and their signatures',
  defenderStatus: 'State that Microsoft Defender reports',
  defenderSettings: 'Settings and policies of Microsoft Defender',
} as const;
export type SourceId = keyof typeof sourceNames;

/** What one source says about one product. */
export interface Testimony {
  readonly source: SourceId;
  readonly answer: SourceAnswer;
  /** A clause that follows the name of the product, with its subject: `its service runs`. */
  readonly says: string;
  /** Only where the source knows the age of the signatures. */
  readonly signatures?: SecurityProduct['signatures'];
}

/** A product that is there, with everything that has to speak for it before it counts. */
export interface Candidate {
  readonly name: string;
  readonly testimonies: readonly Testimony[];
}
