import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { Process } from '../../../../shared/domain/inventory/processes.ts';
import type { Program } from '../../../../shared/domain/inventory/programs.ts';
import type { Service } from '../../../../shared/domain/inventory/services.ts';
import type { VendorFolder } from '../../../../shared/domain/inventory/vendor-folders.ts';
import type { SectionName } from '../../../../shared/domain/sections.ts';
import { parseCommandLine } from '../../../../shared/windows/command-line.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import { mentions, serviceFilter } from '../registry/reader/mentions.ts';

/** The sections whose items may point at a program worth a closer look. */
export const pointingSections = [
  'programs',
  'services',
  'processes',
  'vendorFolders',
  'securityProducts',
  'wmiSecurityProducts',
  'amsiProviders',
] as const satisfies readonly SectionName[];

/** What was found there so far. */
export type Pointers = Pick<Inventory, (typeof pointingSections)[number]>;

/**
 * The files whose publisher and signature matter, each once and spelt as first met: what services, drivers,
 * processes and programs of interest point at, what lies in the vendor's folders, and what registered with the
 * Security Center or as a scanner of scripts. Variables in paths are still in there.
 */
export function filesOfInterest(pointers: Pointers, scope: Scope): string[] {
  const services = pointers.services.items.filter(serviceFilter(scope));
  const paths = [
    ...services.flatMap(({ imageFile }) => imageFile ?? []),
    ...pointers.programs.items.flatMap((program) => filesOfProgram(program, scope)),
    ...pointers.securityProducts.items.flatMap(fileOfSecurityProduct),
    ...pointers.wmiSecurityProducts.items.flatMap(fileOfSecurityProduct),
    ...pointers.amsiProviders.items.flatMap(({ library }) => library ?? []),
    ...pointers.vendorFolders.items.flatMap(programsIn),
    // Last, because anybody starts as many of them as they like, and the time for all has a limit.
    ...pointers.processes.items.flatMap((process) => fileOfProcess(process, services, scope)),
  ];
  const byLowerCase = new Map(
    paths.map((path) => [path.toLowerCase(), path] as const).toReversed(),
  );
  return [...byLowerCase.values()].toReversed();
}

/** A process counts also when it belongs to a service that does: its program is what really runs. */
function fileOfProcess(
  process: Process,
  services: readonly Service[],
  { hints, processNames }: Scope,
): string[] {
  const interesting =
    processNames.some((name) => name.toLowerCase() === process.name.toLowerCase()) ||
    mentions(process.name, hints) ||
    mentions(process.path, hints) ||
    services.some(({ processId }) => processId === process.pid);
  return interesting && process.path !== null ? [process.path] : [];
}

/**
 * Its own uninstaller; `msiexec` belongs to Windows and proves nothing. What an entry of one person names is never run, and
 * anybody could name files there that keep a check of signatures busy.
 */
function filesOfProgram(program: Program, { hints }: Scope): string[] {
  if (program.scope === 'user') return [];
  const texts = [program.displayName, program.publisher, program.installLocation];
  if (!texts.some((text) => mentions(text, hints))) return [];
  return [program.uninstallString, program.quietUninstallString].flatMap((text) => {
    const parsed = text === null ? null : parseCommandLine(text);
    if (parsed === null || !parsed.ok) return [];
    return /(^|\\)msiexec(\.exe)?$/i.test(parsed.program) ? [] : [parsed.program];
  });
}

function fileOfSecurityProduct(product: { readonly reportingPath: string | null }): string[] {
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
