import { lstatSync } from 'node:fs';
import { readVariables } from '../../registry/read-variables.ts';
import { collectProfiles } from '../../sources/registry/collect-profiles.ts';
import { finalPath } from '../ffi/move-file.ts';
import { holdHive, loadHive, unloadHive } from '../ffi/registry-hive.ts';
import { win32 } from '../ffi/win32-error.ts';
import { isLocalPath } from '../files/local-path.ts';
import { withRestorePrivilege } from '../system/backup-privilege.ts';
import { WindowsRegistry } from '../system/windows-registry.ts';

/** What opening the settings of a person asks of Windows. Numbers are Windows errors, 0 is none. */
export interface HiveSystem {
  /** What is open directly below `HKU`. */
  names(): readonly string[];
  /** The file with the settings of a person, where it is one and where it should be. */
  fileOf(userSid: string): string | number;
  load(name: string, file: string): number;
  /** What ends it writes everything to the disk. */
  hold(name: string): (() => number) | number;
  unload(name: string): number;
  wait(milliseconds: number): void;
}

/** Nobody else's name: what carries it was opened here, by this run or by one that was killed. */
const prefix = 'Cutover-';

/** Milliseconds between two tries to close; scanners of viruses look at what was just opened. */
const pauses = [10, 50, 200, 1_000, 3_000] as const;

/**
 * Uses a key where it can be opened now. That of a person who is not signed in is opened from its file for this one use, under a
 * name of ours, and closed again whatever happens: as long as it is open, that person could not sign in as usual.
 * `failed` tells of a Windows error with it, also where it could not be closed.
 */
export function withSettings<T>(
  key: string,
  use: (key: string) => T,
  failed: (code: number) => T,
  system: HiveSystem = windowsHives,
): T {
  const [, userSid, below = ''] = /^HKU\\(S-1-[\d-]+)(\\.*)?$/is.exec(key) ?? [];
  if (userSid === undefined || isOpen(userSid, system)) return use(key);
  const name = `${prefix}${userSid}`;
  const release = open(name, userSid, system);
  if (typeof release === 'number') return failed(release);
  let closed = 0;
  let done: T;
  try {
    done = use(`HKU\\${name}${below}`);
  } finally {
    const written = release();
    closed = close(name, system) || written;
  }
  return closed === 0 ? done : failed(closed);
}

/** 0 where the settings of a person are open or can be opened, else the Windows error that says why not. */
export function reachSettings(userSid: string): number {
  return withSettings(
    `HKU\\${userSid}`,
    () => 0,
    (code) => code,
  );
}

/** Closes what a run that was killed left open. What is in use right now stays. */
export function closeLeftSettings(system: HiveSystem = windowsHives): void {
  for (const name of system.names().filter((each) => each.startsWith(prefix))) system.unload(name);
}

function isOpen(name: string, system: HiveSystem): boolean {
  return system.names().some((each) => each.toLowerCase() === name.toLowerCase());
}

function open(name: string, userSid: string, system: HiveSystem): (() => number) | number {
  if (isOpen(name, system)) close(name, system);
  const file = system.fileOf(userSid);
  if (typeof file === 'number') return file;
  const loaded = system.load(name, file);
  if (loaded !== 0) return loaded;
  const release = system.hold(name);
  if (typeof release === 'number') close(name, system);
  return release;
}

function close(name: string, system: HiveSystem): number {
  let code = system.unload(name);
  for (const pause of pauses) {
    if (code === 0) break;
    system.wait(pause);
    code = system.unload(name);
  }
  return code;
}

const windowsHives: HiveSystem = {
  names() {
    const read = new WindowsRegistry().subkeyNames('HKU');
    return read.found ? read.value : [];
  },
  fileOf(userSid) {
    const registry = new WindowsRegistry();
    const { items } = collectProfiles(registry, readVariables(registry));
    const folder = items.find(({ sid }) => sid.toLowerCase() === userSid.toLowerCase())?.folder;
    if (folder === undefined || !isLocalPath(folder)) return win32.pathNotFound;
    return plainFile(`${folder}\\NTUSER.DAT`);
  },
  load: (name, file) => withRestorePrivilege(() => loadHive(name, file)),
  hold: (name) => withRestorePrivilege(() => holdHive(name)),
  unload: (name) => withRestorePrivilege(() => unloadHive(name)),
  wait(milliseconds) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  },
};

/** In its folder a person could have put a link to another file, or a second name of one; at any level. */
function plainFile(path: string): string | number {
  const lies = withRestorePrivilege(() => finalPath(path));
  if (typeof lies === 'number') return lies;
  const isItself = lies.toLowerCase() === path.toLowerCase();
  return isItself && withRestorePrivilege(() => isOnlyName(path)) ? path : win32.accessDenied;
}

function isOnlyName(path: string): boolean {
  try {
    return lstatSync(path).nlink === 1;
  } catch {
    return false;
  }
}
