import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { PendingRestart } from '../../../../shared/domain/inventory/pending-restarts.ts';
import { controlSetPath } from '../../registry/control-set-path.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { SectionReader } from './reader/section-reader.ts';
import { hasValue, listOf, numberOf, textOf } from '../../registry/value-of.ts';

interface Indicator {
  readonly key: string;
  /** Null when the key itself is the sign. */
  readonly value: string | null;
  /** Which files or names it is about, as far as it says; null when the sign says that nothing is pending. */
  readonly about: (key: RegistryKey, value: string) => string | null;
}

const windows = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const servicing = `${windows}\\Component Based Servicing`;
const update = `${windows}\\WindowsUpdate\\Auto Update`;

const nothingMore = () => '';
const isSet = (key: RegistryKey, value: string) => (hasValue(key, value) ? '' : null);

/** Signs that Windows waits for a restart, as deployment tools know them. */
const indicators: readonly Indicator[] = [
  ...[
    `${servicing}\\RebootPending`,
    `${servicing}\\RebootInProgress`,
    `${servicing}\\PackagesPending`,
    `${update}\\RebootRequired`,
    `${update}\\PostRebootReporting`,
    'HKLM\\SOFTWARE\\Microsoft\\ServerManager\\CurrentRebootAttempts',
    `${windows}\\Installer\\InProgress`,
  ].map((key) => ({ key, value: null, about: nothingMore })),
  { key: servicing, value: 'PackagesPending', about: isSet },
  { key: `${windows}\\RunOnce`, value: 'DVDRebootSignal', about: isSet },
  {
    key: 'HKLM\\SOFTWARE\\Microsoft\\Updates',
    value: 'UpdateExeVolatile',
    about: (key, value) => ((numberOf(key, value) ?? 0) === 0 ? null : ''),
  },
];

const controlSetIndicators: readonly Indicator[] = [
  ...['PendingFileRenameOperations', 'PendingFileRenameOperations2'].map((value) => ({
    key: 'Control\\Session Manager',
    value,
    about: filesToRename,
  })),
  ...['JoinDomain', 'AvoidSpnSet'].map((value) => ({
    key: 'Services\\Netlogon',
    value,
    about: isSet,
  })),
];

/**
 * Every sign in the registry that a restart is pending. File operations alone are a weak sign, because
 * antivirus programs use them for their updates; the paths tell whose they are.
 * Microsoft: win32 docs, `MoveFileEx`; DSC module xPendingReboot.
 */
export function collectPendingRestarts(registry: Registry): Inventory['pendingRestarts'] {
  const reader = new SectionReader(registry);
  const inControlSet = controlSetIndicators.map((indicator) => ({
    ...indicator,
    key: controlSetPath(registry, indicator.key),
  }));
  const found = [...indicators, ...inControlSet].flatMap((each) => restartOf(reader, each));
  return reader.section([...found, ...renamedComputer(registry, reader)]);
}

function restartOf(reader: SectionReader, { key, value, about }: Indicator): PendingRestart[] {
  const read = reader.key(key);
  const detail = read === null ? null : about(read, value ?? '');
  if (detail === null) return [];
  return [{ source: value === null ? key : `${key}\\${value}`, detail }];
}

/** The most paths that are named. */
const pathLimit = 20;

/** The list holds pairs: a source, and a target that is empty for "delete". */
function filesToRename(key: RegistryKey, value: string): string | null {
  const list = listOf(key, value);
  const sources = list
    .filter((text, index) => index % 2 === 0 && text !== '')
    .map(plainPath)
    .filter((path) => !uninstallerCopy.test(path));
  if (sources.length === 0) return null;
  const more = sources.length > pathLimit ? '; …' : '';
  return `${sources.slice(0, pathLimit).join('; ')}${more}`;
}

/**
 * Every uninstaller made with NSIS leaves the copy of itself that did the work to the next restart. Nothing is
 * unfinished because of it. Source: NSIS documentation, "Uninstall Section"; source code, `Main.c`.
 */
const uninstallerCopy = /\\~nsu\w*\.tmp(?:\\|$)/i;

function plainPath(path: string): string {
  return path.replace(/^(?:\*\d+|!)?\\\?\?\\/, '');
}

function renamedComputer(registry: Registry, reader: SectionReader): PendingRestart[] {
  const parent = 'Control\\ComputerName';
  const [active, next] = ['ActiveComputerName', 'ComputerName'].map((name) => {
    const key = reader.key(controlSetPath(registry, `${parent}\\${name}`));
    return key === null ? null : textOf(key, 'ComputerName');
  });
  if (!active || !next || active.toLowerCase() === next.toLowerCase()) return [];
  const source = controlSetPath(registry, parent);
  return [{ source, detail: `${active} → ${next}` }];
}
