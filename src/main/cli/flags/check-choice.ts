import { message } from '../../../shared/domain/message.ts';
import type { Choice } from '../../../shared/domain/plan/plan.ts';
import { products } from '../../catalog/products/products.ts';
import { ended, type CommandEnd } from '../results/command-end.ts';

/** Refuses a family or product id that the catalog does not know, so that a typing error removes nothing else. */
export function checkChoice(choice: Choice): CommandEnd | null {
  const families = new Set<string>(products.map((product) => product.family));
  const ids = new Set<string>(products.map((product) => product.id));
  const unknown = [...(choice.only ?? []), ...choice.include].find(
    (name) => !families.has(name) && !ids.has(name),
  );
  if (unknown === undefined) return null;
  return ended(
    'badArguments',
    message('terminal.wrong.product', { name: unknown, families: [...families].join(', ') }),
  );
}
