import { setImmediate } from 'node:timers/promises';
import { type Inventory, inventoryFormat } from '../../../../shared/domain/inventory.ts';
import type { SectionName } from '../../../../shared/domain/sections.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import { readSection, unreadableSection, type Gap } from '../../../../shared/domain/section.ts';
import { collectClassFilters } from '../registry/collect-class-filters.ts';
import { collectDefenderSettings } from '../registry/collect-defender-settings.ts';
import { collectNetworkComponents } from '../registry/collect-network-components.ts';
import { collectPendingRestarts } from '../registry/collect-pending-restarts.ts';
import { collectProfiles } from '../registry/collect-profiles.ts';
import { collectPrograms } from '../registry/collect-programs.ts';
import { collectVendorKeys } from '../registry/collect-vendor-keys.ts';
import type { Variables } from '../../registry/expand-variables.ts';
import { mountHives } from '../../registry/mount-hives.ts';
import { readVariables } from '../../registry/read-variables.ts';
import type { Registry } from '../../registry/registry.ts';
import { collectAmsiProviders } from './amsi-providers.ts';
import { collectBrowserExtensions } from './browser-extensions.ts';
import { collectCertificates } from './certificates.ts';
import { collectDefenderStatus } from './defender-status.ts';
import { collectEncryption } from './encryption.ts';
import { collectFilesOfInterest } from './collect-files-of-interest.ts';
import { collectInstallerProducts } from './installer-products.ts';
import { readLocalPolicy } from './local-policy.ts';
import { collectMachineFacts } from './machine-facts.ts';
import { collectProcesses } from './processes.ts';
import { collectScheduledTasks } from './scheduled-tasks.ts';
import { collectSecurityProducts } from './security-products.ts';
import { collectServices } from './services.ts';
import { readUserHives } from './user-hives.ts';
import { collectVendorFolders } from './vendor-folders.ts';
import { collectWmiSecurityProducts } from './wmi-security-products.ts';
import { WindowsRegistry } from '../../windows/system/windows-registry.ts';

export interface WindowsInventoryOptions {
  readonly scope: Scope;
  /** Name and version of the program, for the record. */
  readonly collectedBy: string;
  /** Sections to read; all when left out. The others become `notCollected`. */
  readonly only?: readonly SectionName[];
  /** Told how long each section took, in milliseconds. */
  readonly onSection?: (name: SectionName, milliseconds: number) => void;
}

/** Reads the whole computer. A section whose reader fails becomes unreadable and costs nothing else. */
export async function readWindowsInventory(options: WindowsInventoryOptions): Promise<Inventory> {
  const collectedAt = new Date().toISOString();
  const { scope, collectedBy } = options;
  const read = sectionRunner(options);
  const live = new WindowsRegistry();
  const variables = readVariables(live);
  const asked = askServices(read, scope, variables);
  const { profiles, registry } = await readProfiles(read, live, variables);
  const reading: Reading = { read, scope, variables, registry, profiles, asked };
  return {
    format: inventoryFormat,
    collectedAt,
    collectedBy,
    source: { kind: 'live', detail: 'this computer' },
    machine: collectMachineFacts(live),
    profiles,
    ...(await readProducts(reading)),
    ...(await readSurroundings(reading)),
  };
}

/** Sources that wait in background threads, so they go on while the rest is read. */
function askServices(read: SectionRunner, scope: Scope, variables: Variables) {
  return {
    securityProducts: read('securityProducts', () => collectSecurityProducts()),
    wmiSecurityProducts: read('wmiSecurityProducts', () => collectWmiSecurityProducts()),
    defenderStatus: read('defenderStatus', () => collectDefenderStatus()),
    encryption: read('encryption', () =>
      collectEncryption(scope.encryptionTraces, variables.get('SYSTEMDRIVE') ?? null),
    ),
  };
}

interface Reading {
  readonly read: SectionRunner;
  readonly scope: Scope;
  readonly variables: Variables;
  /** With the hives of users who are not signed in. */
  readonly registry: Registry;
  readonly profiles: Inventory['profiles'];
  readonly asked: ReturnType<typeof askServices>;
}

async function readProfiles(read: SectionRunner, live: Registry, variables: Variables) {
  const listed = await read('profiles', () => collectProfiles(live, variables));
  const { hives, gaps } = readUserHives(listed.items);
  const profiles =
    listed.state === 'unreadable' ? listed : readSection(listed.items, [...listed.gaps, ...gaps]);
  return { profiles, registry: mountHives(live, hives) };
}

/** What may be a product or a part of one; the files come last, because the rest points at them. */
async function readProducts({ read, scope, variables, registry, profiles, asked }: Reading) {
  const programs = await read('programs', () => collectPrograms(registry));
  const installerProducts = await read('installerProducts', collectInstallerProducts);
  const services = await read('services', () => collectServices(registry, variables));
  const processes = await read('processes', collectProcesses);
  const vendorKeys = await read('vendorKeys', () => collectVendorKeys(registry, scope));
  const vendorFolders = await read('vendorFolders', () =>
    collectVendorFolders({ scope, variables, profiles: profiles.items, services: services.items }),
  );
  const amsiProviders = await read('amsiProviders', () =>
    collectAmsiProviders(registry, variables),
  );
  const found = { programs, services, processes, vendorFolders, amsiProviders };
  const files = await read('files', () =>
    collectFilesOfInterest({ found, asked, scope, variables }),
  );
  const securityProducts = await asked.securityProducts;
  const wmiSecurityProducts = await asked.wmiSecurityProducts;
  return { ...found, installerProducts, vendorKeys, securityProducts, wmiSecurityProducts, files };
}

/** What a product leaves in other parts of Windows. */
async function readSurroundings({ read, scope, registry, profiles, asked }: Reading) {
  return {
    certificates: await read('certificates', () => collectCertificates(registry, scope.hints)),
    scheduledTasks: await read('scheduledTasks', () => collectScheduledTasks(scope.hints)),
    browserExtensions: await read('browserExtensions', () =>
      collectBrowserExtensions(registry, scope, profiles.items),
    ),
    networkComponents: await read('networkComponents', () => collectNetworkComponents(registry)),
    classFilters: await read('classFilters', () => collectClassFilters(registry)),
    encryption: await asked.encryption,
    pendingRestarts: await read('pendingRestarts', () => collectPendingRestarts(registry)),
    defender: await read('defender', () => collectDefenderSettings(registry, readLocalPolicy())),
    defenderStatus: await asked.defenderStatus,
  };
}

type SectionOf<T> = ReturnType<typeof readSection<T>>;

type SectionRunner = <T>(
  name: SectionName,
  collect: () => SectionOf<T> | Promise<SectionOf<T>>,
) => Promise<SectionOf<T>>;

function sectionRunner({ only, onSection }: WindowsInventoryOptions): SectionRunner {
  return async (name, collect) => {
    if (only?.includes(name) === false) return unreadableSection(notWanted(name));
    // Lets the window stay alive between two sections.
    await setImmediate();
    const start = performance.now();
    const section = await attempt(name, collect);
    onSection?.(name, performance.now() - start);
    return section;
  };
}

function notWanted(subject: SectionName): Gap {
  const detail = 'Not read, because it was not needed.';
  return { subject, reason: 'notCollected', detail, needsAdministrator: false };
}

async function attempt<T>(
  name: SectionName,
  collect: () => SectionOf<T> | Promise<SectionOf<T>>,
): Promise<SectionOf<T>> {
  try {
    return await collect();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return unreadableSection({
      subject: name,
      reason: 'failed',
      detail,
      needsAdministrator: false,
    });
  }
}
