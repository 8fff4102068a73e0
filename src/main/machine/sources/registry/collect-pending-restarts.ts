import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { PendingRestart } from '../../../../shared/domain/inventory/pending-restarts.ts';
import { controlSetPath } from '../../registry/control-set-path.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { SectionReader } from './section-reader.ts';
import { hasValue, listOf, numberOf, textOf } from '../../registry/value-of.ts';

interface Indicator {
  readonly key: string;
  /** Null when the key itself is the sign. */
  readonly value: string | null;
  /** What is pending, or null when the sign says that nothing is. */
  readonly tell: (key: RegistryKey, value: string) => string | null;
}

const windows = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const servicing = `${windows}\\Component Based Servicing`;
const update = `${windows}\\WindowsUpdate\\Auto Update`;

const exists = (detail: string) => () => detail;
const isSet = (detail: string) => (key: RegistryKey, value: string) =>
  hasValue(key, value) ? detail : null;

/** Signs that Windows waits for a restart, as deployment tools know them. */
const indicators: readonly Indicator[] = [
  sign(`${servicing}\\RebootPending`, 'Windows component changes wait for a restart.'),
  sign(`${servicing}\\RebootInProgress`, 'Windows component changes are being finished.'),
  sign(`${servicing}\\PackagesPending`, 'Windows packages wait for a restart.'),
  {
    key: servicing,
    value: 'PackagesPending',
    tell: isSet('Windows packages wait for a restart.'),
  },
  sign(`${update}\\RebootRequired`, 'Windows Update waits for a restart.'),
  sign(`${update}\\PostRebootReporting`, 'Windows Update has to report after a restart.'),
  sign(
    'HKLM\\SOFTWARE\\Microsoft\\ServerManager\\CurrentRebootAttempts',
    'Server Manager waits for a restart.',
  ),
  sign(`${windows}\\Installer\\InProgress`, 'An installation was interrupted or is running.'),
  {
    key: `${windows}\\RunOnce`,
    value: 'DVDRebootSignal',
    tell: isSet('An installation from a disc waits for a restart.'),
  },
  {
    key: 'HKLM\\SOFTWARE\\Microsoft\\Updates',
    value: 'UpdateExeVolatile',
    tell: (key, value) =>
      (numberOf(key, value) ?? 0) === 0 ? null : 'An update waits for a restart.',
  },
];

const controlSetIndicators: readonly Indicator[] = [
  ...['PendingFileRenameOperations', 'PendingFileRenameOperations2'].map((value) => ({
    key: 'Control\\Session Manager',
    value,
    tell: tellRenames,
  })),
  ...['JoinDomain', 'AvoidSpnSet'].map((value) => ({
    key: 'Services\\Netlogon',
    value,
    tell: isSet('Joining a domain waits for a restart.'),
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

function sign(key: string, detail: string): Indicator {
  return { key, value: null, tell: exists(detail) };
}

function restartOf(reader: SectionReader, { key, value, tell }: Indicator): PendingRestart[] {
  const read = reader.key(key);
  const detail = read === null ? null : tell(read, value ?? '');
  if (detail === null) return [];
  return [{ source: value === null ? key : `${key}\\${value}`, detail }];
}

/** The most paths that are named. */
const pathLimit = 20;

/** The list holds pairs: a source, and a target that is empty for "delete". */
function tellRenames(key: RegistryKey, value: string): string | null {
  const list = listOf(key, value);
  const sources = list
    .filter((text, index) => index % 2 === 0 && text !== '')
    .map(plainPath)
    .filter((path) => !uninstallerCopy.test(path));
  if (sources.length === 0) return null;
  const more = sources.length > pathLimit ? '; …' : '';
  return `${sources.length} file operations wait for a restart: ${sources.slice(0, pathLimit).join('; ')}${more}`;
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
  return [{ source, detail: `The computer ${active} will be called ${next} after a restart.` }];
}
