import type { Executable } from '../../../shared/domain/inventory/executables.ts';
import type { FileFact } from '../../../shared/domain/inventory/files.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { readSection } from '../../../shared/domain/section.ts';

/**
 * What a deep scan would find on a recorded computer: of the programs that were recorded, those that name a maker of
 * interest. `makers` is the source of a regular expression.
 */
export function recordedPrograms({ files }: Inventory, makers: string): Inventory['executables'] {
  const pattern = new RegExp(makers, 'iu');
  const isOfInterest = ({ exists, companyName, signature }: FileFact) =>
    exists && [companyName, signature?.organization].some((name) => pattern.test(name ?? ''));
  return readSection(files.items.filter(isOfInterest).map(programOf));
}

function programOf({ exists: _exists, ...file }: FileFact): Executable {
  const { subject = null, organization = null } = file.signature ?? {};
  const isSigned = subject !== null || organization !== null;
  return { ...file, originalName: null, signer: isSigned ? { subject, organization } : null };
}
