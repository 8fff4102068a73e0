import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Service } from '../../../shared/domain/inventory/services.ts';
import type { Gone } from '../../../shared/domain/plan/step.ts';
import { isOnePersons } from '../detect/prove.ts';
import { isComplete, type Section } from '../../../shared/domain/section.ts';

/** What of a product the machine still has. `unknown` could not be read: silence there proves nothing. */
export interface Presence {
  readonly present: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * Asks an inventory whether what a step removes is gone. An item that is missing from a section with gaps is
 * gone only if `before` showed it through the same gaps.
 */
export function presenceOf(gone: Gone, before: Inventory, after: Inventory): Presence {
  const answers = [
    ...gone.productCodes.map((code) => ask(code, view(before, after, productCodes))),
    ...gone.programs.map((key) => ask(key, view(before, after, programKeys))),
    ...gone.services.map((name) => ask(name, view(before, after, liveServices))),
  ];
  return {
    present: answers.filter(({ answer }) => answer === 'present').map(({ ref }) => ref),
    unknown: answers.filter(({ answer }) => answer === 'unknown').map(({ ref }) => ref),
  };
}

/** True when an inventory proves that everything is gone. */
export function isGone(presence: Presence): boolean {
  return presence.present.length === 0 && presence.unknown.length === 0;
}

interface Listing {
  readonly section: Section<unknown>;
  readonly refs: ReadonlySet<string>;
}

interface View {
  readonly before: Listing;
  readonly after: Listing;
}

function view(before: Inventory, after: Inventory, list: (of: Inventory) => Listing): View {
  return { before: list(before), after: list(after) };
}

function ask(ref: string, { before, after }: View) {
  const key = ref.toLowerCase();
  if (after.refs.has(key)) return { ref, answer: 'present' } as const;
  const proven =
    isComplete(after.section) || (before.refs.has(key) && sameSight(before.section, after.section));
  return { ref, answer: proven ? 'gone' : 'unknown' } as const;
}

/** The later reading saw at least as much as the earlier one. */
function sameSight(before: Section<unknown>, after: Section<unknown>): boolean {
  if (after.state === 'unreadable') return false;
  const known = new Set(before.gaps.map((gap) => gap.subject.toLowerCase()));
  return after.gaps.every((gap) => known.has(gap.subject.toLowerCase()));
}

/** A copy that a person has for themselves is another product, and that person could keep this one from ever being gone. */
function productCodes(inventory: Inventory): Listing {
  const section = inventory.installerProducts;
  const machines = section.items.filter((product) => !isOnePersons(product));
  return { section, refs: lowerCase(machines.map((product) => product.productCode)) };
}

function programKeys(inventory: Inventory): Listing {
  const section = inventory.programs;
  return { section, refs: lowerCase(section.items.map((program) => program.key)) };
}

function liveServices(inventory: Inventory): Listing {
  const section = inventory.services;
  return { section, refs: lowerCase(section.items.filter(isLive).map((service) => service.name)) };
}

/** An entry without a file that does not run is a leftover for `detect`, not the product. */
function isLive(service: Service): boolean {
  return service.imageExists !== false || service.state === 'running';
}

function lowerCase(refs: readonly string[]): ReadonlySet<string> {
  return new Set(refs.map((ref) => ref.toLowerCase()));
}
