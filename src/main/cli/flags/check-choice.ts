import { statSync } from 'node:fs';
import { message } from '../../../shared/domain/message.ts';
import type { Choice } from '../../../shared/domain/plan/plan.ts';
import { products } from '../../catalog/products/products.ts';
import { thisPlatform } from '../../machine/open-machine.ts';
import { ended, type CommandEnd } from '../results/command-end.ts';

/**
 * Refuses a family or product id that the catalog does not know, so that a typing error removes nothing else, and a package
 * that is no file: whether it is the right one, its contents tell later, which only Windows can read.
 */
export function checkChoice(choice: Choice, platform = thisPlatform): CommandEnd | null {
  return checkProducts(choice) ?? checkPackages(choice, platform);
}

function checkPackages({ packages = [] }: Choice, platform: NodeJS.Platform): CommandEnd | null {
  const [first] = packages;
  if (first !== undefined && platform !== 'win32')
    return ended('unsupportedSystem', message('terminal.end.onlyWindowsPackage', { file: first }));
  const wrong = packages.find((file) => !/\.msi$/i.test(file) || !isFile(file));
  if (wrong === undefined) return null;
  return ended('badArguments', message('terminal.wrong.package', { file: wrong }));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function checkProducts(choice: Choice): CommandEnd | null {
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
