import type { MachineFacts } from '../../../../shared/domain/inventory.ts';
import { controlSetPath } from '../../registry/control-set-path.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { listOf, numberOf, textOf } from '../../registry/value-of.ts';

const windowsNt = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';

/** First build of Windows 11, whose `ProductName` still says Windows 10. */
const windows11 = 22_000;

/** What the registry tells about the machine as a whole. Whoever reads it live knows `elevated` and passes it on. */
export function collectMachineFacts(
  registry: Registry,
  elevated: boolean | null = null,
): MachineFacts {
  const version = registry.readKey(windowsNt);
  return {
    computerName: computerName(registry),
    platform: 'windows',
    ...(version.found ? versionFacts(version.value) : noVersion),
    edition: editionOf(registry),
    architecture: architectureOf(registry),
    safeMode: safeModeOf(registry),
    elevated,
    language: languageOf(registry),
  };
}

const noVersion = { osName: null, osVersion: null, osBuild: null } as const;

function versionFacts(key: RegistryKey): Pick<MachineFacts, 'osName' | 'osVersion' | 'osBuild'> {
  const build = textOf(key, 'CurrentBuild') ?? textOf(key, 'CurrentBuildNumber');
  const revision = numberOf(key, 'UBR');
  const name = textOf(key, 'ProductName');
  return {
    osName:
      Number(build) >= windows11 ? (name?.replace(/^Windows 10\b/, 'Windows 11') ?? null) : name,
    osVersion: textOf(key, 'DisplayVersion') ?? textOf(key, 'ReleaseId'),
    osBuild: build === null || revision === null ? build : `${build}.${revision}`,
  };
}

function computerName(registry: Registry): string | null {
  return (
    controlText(registry, 'Control\\ComputerName\\ActiveComputerName', 'ComputerName') ??
    controlText(registry, 'Control\\ComputerName\\ComputerName', 'ComputerName')
  );
}

/**
 * Microsoft: win32 docs, "ProductOptions"; `InstallationType` may be longer, such as `Server Core`. The client for many
 * sessions calls itself a server there (MicrosoftDocs/windows-itpro-docs, pull request 9901).
 */
function editionOf(registry: Registry): MachineFacts['edition'] {
  if (isMultiSession(registry)) return 'client';
  const type = controlText(registry, 'Control\\ProductOptions', 'ProductType');
  if (type !== null) return /^WinNT$/i.test(type) ? 'client' : 'server';
  const version = registry.readKey(windowsNt);
  const installation = version.found ? textOf(version.value, 'InstallationType') : null;
  if (installation === null) return 'unknown';
  return /^Client$/i.test(installation) ? 'client' : 'server';
}

function isMultiSession(registry: Registry): boolean {
  const version = registry.readKey(windowsNt);
  return version.found && /^ServerRdsh$/i.test(textOf(version.value, 'EditionID') ?? '');
}

const architectures: Readonly<Record<string, MachineFacts['architecture']>> = {
  AMD64: 'x64',
  X86: 'x86',
  ARM64: 'arm64',
};

function architectureOf(registry: Registry): MachineFacts['architecture'] {
  const environment = 'Control\\Session Manager\\Environment';
  const name = controlText(registry, environment, 'PROCESSOR_ARCHITECTURE') ?? '';
  return architectures[name.toUpperCase()] ?? 'unknown';
}

const safeModes: readonly (MachineFacts['safeMode'] | undefined)[] = [
  undefined,
  'minimal',
  'network',
];

/** The key exists only while Windows runs in safe mode. */
function safeModeOf(registry: Registry): MachineFacts['safeMode'] {
  const read = registry.readKey(controlSetPath(registry, 'Control\\SafeBoot\\Option'));
  if (!read.found) return read.gap === null ? 'no' : 'unknown';
  return safeModes[numberOf(read.value, 'OptionValue') ?? 0] ?? 'unknown';
}

const tag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

/** Microsoft: "Understanding Multilingual User Interface", machine preferred languages; else the system's region. */
function languageOf(registry: Registry): string | null {
  const settings = 'HKU\\.DEFAULT\\Control Panel';
  const preferred = registry.readKey(`${settings}\\Desktop\\MuiCached`);
  const region = registry.readKey(`${settings}\\International`);
  const names = [
    ...(preferred.found ? listOf(preferred.value, 'MachinePreferredUILanguages') : []),
    ...(region.found ? listOf(region.value, 'LocaleName') : []),
  ];
  return names.find((name) => tag.test(name)) ?? null;
}

function controlText(registry: Registry, relative: string, name: string): string | null {
  const read = registry.readKey(controlSetPath(registry, relative));
  return read.found ? textOf(read.value, name) : null;
}
