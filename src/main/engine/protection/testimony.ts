import type { SecurityProduct } from '../../../shared/domain/inventory/security-products.ts';
import type {
  ProtectionSourceId,
  SourceAnswer,
} from '../../../shared/domain/protection/protection.ts';
import { message, type Message } from '../../../shared/domain/message.ts';

/** A source that says something about a product. */
export type SourceId = Exclude<ProtectionSourceId, 'tamperProtection' | 'amsi' | 'edition'>;

/** What one source says about one product. */
export interface Testimony {
  readonly source: SourceId;
  readonly answer: SourceAnswer;
  /** A clause that follows the name of the product, with its subject: `its service runs`. */
  readonly says: Message;
  /** Only where the source knows the age of the signatures. */
  readonly signatures?: SecurityProduct['signatures'];
}

/** A product that is there, with everything that has to speak for it before it counts. */
export interface Candidate {
  readonly name: string;
  readonly testimonies: readonly Testimony[];
}

/** Clauses as one value of a message, each said once: `its service runs; it is on`. */
export function clauses(all: readonly Message[]): Message {
  const [first = message('protection.clause.nothing'), ...rest] = distinct(all);
  return rest.length === 0
    ? first
    : message('protection.clause.more', { first, rest: clauses(rest) });
}

/** Messages that say the same are one. */
export function distinct(all: readonly Message[]): readonly Message[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}
