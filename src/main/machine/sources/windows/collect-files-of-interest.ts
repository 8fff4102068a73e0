import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { FileFact } from '../../../../shared/domain/inventory/files.ts';
import { readSection } from '../../../../shared/domain/section.ts';
import { collectFileFacts } from '../../windows/files/file-facts.ts';
import { Deadline } from '../deadline.ts';
import type { Look } from '../source.ts';
import { filesOfInterest, type Pointers } from './files-of-interest.ts';
import type { WindowsContext } from './windows-context.ts';

/** Checks what is known already while the lists of Windows Security are awaited, then what they point at besides. */
export async function collectFilesOfInterest(
  { scope, variables }: WindowsContext,
  look: Look<keyof Pointers>,
  limitMs: number,
): Promise<Inventory['files']> {
  const deadline = new Deadline(limitMs);
  const known = {
    programs: await look('programs'),
    services: await look('services'),
    processes: await look('processes'),
    vendorFolders: await look('vendorFolders'),
    amsiProviders: await look('amsiProviders'),
  };
  const early = filesOfInterest({ ...known, ...noLists }, scope);
  const [checked, securityProducts, wmiSecurityProducts] = await Promise.all([
    collectFileFacts(early, variables, () => deadline.isOver),
    look('securityProducts'),
    look('wmiSecurityProducts'),
  ]);
  const all = filesOfInterest({ ...known, securityProducts, wmiSecurityProducts }, scope);
  const done = new Set(early.map((path) => path.toLowerCase()));
  const late = all.filter((path) => !done.has(path.toLowerCase()));
  const rest = await collectFileFacts(late, variables, () => deadline.isOver);
  return readSection<FileFact>(
    [...checked.items, ...rest.items],
    [...checked.gaps, ...rest.gaps, ...(deadline.isOver ? [deadline.gap('files')] : [])],
  );
}

const none = readSection<never>([]);
const noLists = { securityProducts: none, wmiSecurityProducts: none };
