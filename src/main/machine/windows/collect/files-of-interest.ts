import type {
  Inventory,
  Process,
  Program,
  SecurityProduct,
  VendorFolder,
} from '../../../../shared/inventory.ts';
import { parseCommandLine } from '../../../../shared/command-line.ts';
import type { Scope } from '../../../../shared/scope.ts';
import { mentions, serviceFilter } from './mentions.ts';

/** What was found so far and may point at a program worth a closer look. */
export type Pointers = Pick<
  Inventory,
  'programs' | 'services' | 'processes' | 'vendorFolders' | 'securityProducts'
>;

/**
 * The files whose publisher and signature matter, each once and spelt as first met: what services, drivers,
 * processes and programs of interest point at, what lies in the vendor's folders, and what registered with the
 * Security Center. Variables in paths are still in there.
 */
export function filesOfInterest(pointers: Pointers, scope: Scope): string[] {
  const paths = [
    ...pointers.services.items
      .filter(serviceFilter(scope))
      .flatMap(({ imageFile }) => imageFile ?? []),
    ...pointers.processes.items.flatMap((process) => fileOfProcess(process, scope)),
    ...pointers.programs.items.flatMap((program) => filesOfProgram(program, scope)),
    ...pointers.securityProducts.items.flatMap(fileOfSecurityProduct),
    ...pointers.vendorFolders.items.flatMap(programsIn),
  ];
  const byLowerCase = new Map(
    paths.map((path) => [path.toLowerCase(), path] as const).toReversed(),
  );
  return [...byLowerCase.values()].toReversed();
}

function fileOfProcess(process: Process, { hints }: Scope): string[] {
  const interesting = mentions(process.name, hints) || mentions(process.path, hints);
  return interesting && process.path !== null ? [process.path] : [];
}

/** Its own uninstaller; `msiexec` belongs to Windows and proves nothing. */
function filesOfProgram(program: Program, { hints }: Scope): string[] {
  const texts = [program.displayName, program.publisher, program.installLocation];
  if (!texts.some((text) => mentions(text, hints))) return [];
  return [program.uninstallString, program.quietUninstallString].flatMap((text) => {
    const parsed = text === null ? null : parseCommandLine(text);
    if (parsed === null || !parsed.ok) return [];
    return /(^|\\)msiexec(\.exe)?$/i.test(parsed.program) ? [] : [parsed.program];
  });
}

function fileOfSecurityProduct(product: SecurityProduct): string[] {
  return /\.exe$/i.test(product.reportingPath ?? '') ? [product.reportingPath ?? ''] : [];
}

/** Enough to say whose a folder is, without checking a thousand files. Listings begin at the top of the tree. */
const mostPerFolder = 40;

function programsIn(folder: VendorFolder): string[] {
  if (folder.kind === 'userData') return [];
  return folder.entries
    .filter((entry) => entry.kind === 'file' && /\.(exe|sys|com)$/i.test(entry.path))
    .slice(0, mostPerFolder)
    .map((entry) => entry.path);
}
