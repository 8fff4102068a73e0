import {
  isPending,
  pendingRenames,
  pendingRenamesKey,
  withoutPending,
} from '../../../../shared/windows/pending-renames.ts';
import { changeablePart } from '../../../disk/changeable-part.ts';
import { windowsAccess } from '../files/windows-access.ts';
import { expandVariables } from '../../registry/expand-variables.ts';
import { readVariables } from '../../registry/read-variables.ts';
import { listOf } from '../../registry/value-of.ts';
import { collectProfiles } from '../../sources/registry/collect-profiles.ts';
import { collectProcesses } from '../../sources/windows/processes.ts';
import { findSigner } from '../files/signer.ts';
import { findEntry, listFolder } from '../files/list-folder.ts';
import {
  createFolder,
  finalPath,
  moveFile,
  moveWithRestart,
  removeFolder,
} from '../ffi/move-file.ts';
import { msi } from '../ffi/msi.ts';
import {
  deleteRawValue,
  deleteRegistryTree,
  isRegistryLink,
  readRawValue,
  readRegistryTree,
  writeRegistryTree,
  writeRawValue,
} from '../ffi/registry-tree.ts';
import { toWide } from '../ffi/wide-string.ts';
import { win32 } from '../ffi/win32-error.ts';
import type { Asked } from '../perform/defender-control.ts';
import type { FolderControl, KeyControl, ServiceControl } from '../perform/quarantine-control.ts';
import { withRestorePrivilege } from '../system/backup-privilege.ts';
import { withSettings } from './person-settings.ts';
import { WindowsRegistry } from '../system/windows-registry.ts';

const absent: readonly unknown[] = [win32.fileNotFound, win32.pathNotFound];

/** Moving the vendor's folders on this computer. */
export const windowsFolders: FolderControl = {
  places() {
    const registry = new WindowsRegistry();
    const variables = readVariables(registry);
    const names = ['PROGRAMFILES', 'PROGRAMW6432', 'PROGRAMFILES(X86)', 'COMMONPROGRAMFILES'];
    const profiles = collectProfiles(registry, variables);
    return [
      ...[...names, 'COMMONPROGRAMFILES(X86)', 'PROGRAMDATA'].flatMap(
        (name) => variables.get(name) ?? [],
      ),
      ...profiles.items
        .filter(({ folder }) => folder !== '')
        .flatMap(({ folder }) =>
          ['Local', 'LocalLow', 'Roaming'].map((name) => `${folder}\\AppData\\${name}`),
        ),
    ];
  },
  look(path) {
    const lies = withRestorePrivilege(() => finalPath(path));
    if (typeof lies === 'number') return absent.includes(lies) ? { value: null } : { code: lies };
    const entry = findEntry(path);
    if (entry === null) return { code: win32.accessDenied };
    return { value: lies.toLowerCase() === path.toLowerCase() ? entry.kind : 'link' };
  },
  list(path) {
    const { found, entries, gap } = withRestorePrivilege(() => listFolder(path));
    return found && gap === null ? { value: entries } : { code: win32.accessDenied };
  },
  signerOf(path) {
    const signer = findSigner(path);
    return signer === null ? null : (signer.organization ?? signer.subject ?? '');
  },
  runningIn(path) {
    const below = `${path.toLowerCase()}\\`;
    return collectProcesses().items.flatMap((process) =>
      process.path?.toLowerCase().startsWith(below) === true ? [process.name] : [],
    );
  },
  makeFolder: createFolder,
  removeFolder,
  move: (from, to) => withRestorePrivilege(() => moveFile(from, to)),
  isGuarded(path) {
    try {
      return changeablePart(path, 'folder', windowsAccess()) === null;
    } catch {
      return false;
    }
  },
  moveLater: moveWithRestart,
  cancelLater(from, to) {
    const now = readRawValue(pendingRenamesKey, pendingRenames);
    if ('code' in now) return now.code;
    if (now.value === null) return 0;
    const left = withoutPending(now.value.data, { from, to });
    if (left === null) return win32.invalidData;
    if (!isPending(now.value.data, { from, to })) return 0;
    return left === ''
      ? deleteRawValue(pendingRenamesKey, pendingRenames)
      : writeRawValue(pendingRenamesKey, pendingRenames, { ...now.value, data: left });
  },
};

/** Taking the vendor's keys out of the registry of this computer. */
export const windowsKeys: KeyControl = {
  tree: (key) => askedIn(key, (at) => withRestorePrivilege(() => readRegistryTree(at))),
  isLink: (key) => withSettings(key, isRegistryLink, () => true),
  deleteTree: (key) => changedIn(key, (at) => withRestorePrivilege(() => deleteRegistryTree(at))),
  writeTree: (key, tree) =>
    changedIn(key, (at) => withRestorePrivilege(() => writeRegistryTree(at, tree))),
  value: (key, name) => askedIn(key, (at) => readRawValue(at, name)),
  deleteValue: (key, name) => changedIn(key, (at) => deleteRawValue(at, name)),
  writeValue: (key, name, value) => changedIn(key, (at) => writeRawValue(at, name, value)),
  expanded: (text) => expandVariables(text, readVariables(new WindowsRegistry())),
  isInstalled(productCode) {
    const [installed, context] = [Buffer.alloc(2 * 39), new Uint32Array(1)];
    const [sid, length] = [Buffer.alloc(2 * 256), new Uint32Array([256])];
    const asked = msi().MsiEnumProductsExW(
      toWide(productCode),
      toWide(everybody),
      everyContext,
      0,
      installed,
      context,
      sid,
      length,
    );
    if (asked === win32.success) return true;
    return asked === win32.noMoreItems || asked === win32.unknownProduct ? false : null;
  },
};

function askedIn<T>(key: string, ask: (key: string) => Asked<T>): Asked<T> {
  return withSettings(key, ask, (code) => ({ code }));
}

function changedIn(key: string, change: (key: string) => number): number {
  return withSettings(key, change, (code) => code);
}

/** Stands for every user. Source: Microsoft, `MsiEnumProductsEx`. */
const everybody = 's-1-1-0';
const everyContext = 7;

/** Which services of this computer need another one. */
export const windowsServices: ServiceControl = {
  dependentsOf(name) {
    const read = new WindowsRegistry().readChildren('HKLM\\SYSTEM\\CurrentControlSet\\Services');
    if (!read.found || read.value.gaps.length > 0) return null;
    return read.value.keys
      .filter((key) =>
        listOf(key, 'DependOnService').some((each) => each.toLowerCase() === name.toLowerCase()),
      )
      .map((key) => key.name);
  },
};
