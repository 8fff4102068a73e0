import type { Service } from '../../../../../shared/domain/inventory/services.ts';
import type { Scope } from '../../../../../shared/domain/scope.ts';

/** Whether a text contains one of the hints of a scope, without regard to case. */
export function mentions(text: string | null, hints: readonly string[]): boolean {
  if (text === null) return false;
  const lower = text.toLowerCase();
  return hints.some((hint) => hint !== '' && lower.includes(hint.toLowerCase()));
}

/** Tells whether a service or driver is worth a closer look: by its name, or by a hint in what it says of itself. */
export function serviceFilter({ hints, serviceNames }: Scope): (service: Service) => boolean {
  const names = serviceNames.map((name) => new RegExp(name, 'i'));
  return ({ name, displayName, imageFile }) =>
    names.some((pattern) => pattern.test(name)) ||
    [name, displayName, imageFile].some((text) => mentions(text, hints));
}
