import { mkdtempSync, rmdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Inventory } from '../../shared/domain/inventory.ts';
import { quoted } from '../../shared/domain/message.ts';
import {
  openDataFolder as gate,
  type AccessSystem,
  type DataFolder,
  type FolderRequest,
  type OpenedFolder,
} from '../disk/data-folder.ts';
import { changeablePart } from '../disk/changeable-part.ts';
import { posixAccess } from '../disk/posix-access.ts';
import type { Gap } from '../../shared/domain/section.ts';
import type { Machine } from './machine.ts';
import type { PracticeComputer } from './practice/computers/practice-computer.ts';
import type { RegistryKey } from './registry/registry.ts';
import type { ExecutableSearch } from './sources/executables/search-executables.ts';
export type { ElevationRequest } from './windows/files/start-elevated.ts';
import type { ElevatedStart, ElevationRequest } from './windows/files/start-elevated.ts';

/** The operating system this program runs on; asked here and nowhere else. */
export const thisPlatform = process.platform;

/** Which computer is meant, and where its runs are kept. */
export interface MachinePlace {
  /** Null for the computer this program runs on. */
  readonly practice: PracticeComputer | null;
  /** Named by a person; undefined for the usual folder. */
  readonly dataFolder: string | undefined;
}

export interface OpenOptions extends MachinePlace {
  /** How long a practice computer takes for everything: 1 as a real one, 0 no time at all. */
  readonly speed: number;
}

/** Programs of some makers below some folders of the computer this program runs on, whatever system that has. */
export type FolderSearch = Pick<ExecutableSearch, 'makers' | 'signal' | 'onCount'> & {
  readonly folders: readonly string[];
};

/** Why this computer cannot be worked on. */
export type NotHere = 'notWindows' | 'notAdministrator';

export type OpenedMachine =
  | { readonly ok: true; readonly machine: Machine }
  | { readonly ok: false; readonly why: 'notWindows' };

/** Opens a machine. Its adapter is loaded only now, so that nobody needs the libraries of another system. */
export async function openMachine(options: OpenOptions): Promise<OpenedMachine> {
  if (options.practice !== null) {
    const { PracticeMachine } = await import('./practice/practice-machine.ts');
    const { practice: computer, speed } = options;
    const { place: kept, below } = await whereRunsAre(options);
    const folder = join(kept, ...below, 'machine');
    return { ok: true, machine: await PracticeMachine.open({ computer, folder, speed }) };
  }
  if (system === null) return { ok: false, why: 'notWindows' };
  return { ok: true, machine: await system.openMachine() };
}

/** Only Windows can say what the signature of a program is worth; elsewhere that is left open. */
export async function readExecutables({
  folders,
  ...search
}: FolderSearch): Promise<Inventory['executables']> {
  if (system !== null) return await system.readExecutables({ folders, ...search });
  const { posixDisk } = await import('./sources/executables/posix-disk.ts');
  const { searchExecutables } = await import('./sources/executables/search-executables.ts');
  return await searchExecutables({
    ...search,
    places: folders,
    disk: posixDisk(folders),
    verdict: async () => await Promise.resolve(null),
  });
}

/** Why the computer this program runs on cannot be worked on; null when it can be. */
export async function whyNotHere(): Promise<NotHere | null> {
  if (system === null) return 'notWindows';
  return (await system.isAdministrator()) ? null : 'notAdministrator';
}

/**
 * The folder for runs, found to be written by nobody who is not trusted, or why it cannot be used. It is made for
 * writing; for reading it is not.
 */
export async function openDataFolder(
  place: MachinePlace,
  purpose: FolderRequest['purpose'],
): Promise<OpenedFolder> {
  const request = { ...(await whereRunsAre(place)), holds: 'runs', purpose };
  const opened = gate(request, await accessHere());
  return opened.ok && purpose === 'write' ? tried(opened.value) : opened;
}

/**
 * On Windows below ProgramData, which every administrator finds; elsewhere below the state folder of the XDG base
 * directory specification. Practice runs never mix with real ones.
 */
async function whereRunsAre({
  practice,
  dataFolder: named,
}: MachinePlace): Promise<Pick<FolderRequest, 'place' | 'named' | 'below'>> {
  return {
    place: named === undefined ? await usualDataFolder() : resolve(named),
    named: named !== undefined,
    below: practice === null ? [] : ['practice', practice.id],
  };
}

/** A folder that was there already may be read-only, or on a disk that is full. */
function tried(folder: DataFolder): OpenedFolder {
  try {
    rmdirSync(mkdtempSync(join(folder.path, 'writable-')));
    return { ok: true, value: folder };
  } catch (error) {
    return { ok: false, folder: folder.path, why: quoted((error as Error).message) };
  }
}

/** Where runs are kept unless somebody names another folder. */
export async function usualDataFolder(): Promise<string> {
  if (system !== null) return await system.usualDataFolder();
  return join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'cutover');
}

/** The tag of the language in which the person has the system, or has set the terminal; empty where none is set. */
export async function systemLanguage(): Promise<string> {
  if (system !== null) return await system.language();
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return LC_ALL || LC_MESSAGES || LANG || '';
}

/**
 * What others could change of the place that this program was started from although it has the rights of an administrator;
 * null when nothing, or without such rights.
 */
export async function changeablePlace(part: 'folder' | 'tree'): Promise<string | null> {
  if (!(await isElevated())) return null;
  return changeablePart(process.execPath, part, await accessHere());
}

/**
 * With the rights of an administrator: a folder for what the window of this person keeps, which only administrators can
 * write, or why there is none. Null without such rights: a folder of the person will do.
 */
export async function windowFolder(): Promise<OpenedFolder | null> {
  if (system === null || !(await system.isAdministrator())) return null;
  return await system.windowFolder();
}

/**
 * Opens an address with the rights of the person at the desktop, where this program has more; whether that worked. Null
 * where it has no more.
 */
export async function openAsPerson(address: string): Promise<boolean | null> {
  if (system === null || !(await system.isAdministrator())) return null;
  return await system.openAsPerson(address);
}

/** Where the policy of this computer lies if it has one; null where there is no such place. */
export async function usualPolicyFile(): Promise<string | null> {
  return system === null ? null : join(await system.usualDataFolder(), 'policy.json');
}

/** What Group Policy set for this program: null for nothing, or why it could not be read. */
export async function policyKeys(path: string): Promise<PolicyKeys> {
  return system === null ? null : await system.policyKeys(path);
}

/** Who may change what on this computer. */
export async function accessHere(): Promise<AccessSystem> {
  return system === null ? posixAccess() : await system.access();
}

/** Whether this process has the rights of an administrator, so that what it believes from others would be done with them. */
export async function isElevated(): Promise<boolean> {
  return system !== null && (await system.isAdministrator());
}

/** The console program, as Windows can start it again without anybody; null out of a checkout and where nobody starts it so. */
export async function ownProgram(): Promise<string | null> {
  return system === null ? null : await system.ownProgram();
}

/** Keeps this computer from going to sleep by itself; returns how to let it. */
export async function stayAwake(): Promise<() => void> {
  return system === null ? () => {} : await system.stayAwake();
}

/** Starts a program of ours with the rights of an administrator, for which the person is asked; null where nobody can be. */
export async function startElevated(request: ElevationRequest): Promise<ElevatedStart | null> {
  return system === null ? null : await system.startElevated(request);
}

/** Whether somebody can see a window of this process. */
export async function hasDesktop(): Promise<boolean> {
  return system === null || (await system.hasDesktop());
}

/** What an operating system has to answer to be worked on. */
interface System {
  readonly openMachine: () => Promise<Machine>;
  readonly readExecutables: (search: FolderSearch) => Promise<Inventory['executables']>;
  readonly isAdministrator: () => Promise<boolean>;
  readonly language: () => Promise<string>;
  readonly usualDataFolder: () => Promise<string>;
  readonly access: () => Promise<AccessSystem>;
  readonly windowFolder: () => Promise<OpenedFolder>;
  readonly openAsPerson: (address: string) => Promise<boolean>;
  readonly hasDesktop: () => Promise<boolean>;
  readonly ownProgram: () => Promise<string | null>;
  readonly stayAwake: () => Promise<() => void>;
  readonly startElevated: (request: ElevationRequest) => Promise<ElevatedStart>;
  readonly policyKeys: (path: string) => Promise<PolicyKeys>;
}

/** A key of the registry with those below it. */
export type PolicyKeys =
  | { readonly key: RegistryKey; readonly below: readonly RegistryKey[] }
  | { readonly gap: Gap }
  | null;

const windows: System = {
  openMachine: async () => {
    const { WindowsMachine } = await import('./windows/windows-machine.ts');
    return new WindowsMachine();
  },
  readExecutables: async ({ folders, ...search }) => {
    const { collectExecutables } = await import('./sources/windows/collect-executables.ts');
    return await collectExecutables({ ...search, deep: { folders } });
  },
  isAdministrator: async () => {
    const { elevation } = await import('./windows/system/elevation.ts');
    return elevation().administrator;
  },
  language: async () => {
    try {
      const { preferredLanguage } = await import('./windows/system/preferred-language.ts');
      return preferredLanguage('user') ?? '';
    } catch {
      // Windows did not let the native library in. What needs it will say so, in English.
      return '';
    }
  },
  usualDataFolder: async () => (await import('./windows/files/data-folder.ts')).usualDataFolder(),
  access: async () => (await import('./windows/files/windows-access.ts')).windowsAccess(),
  windowFolder: async () => {
    const { securedFolder } = await import('./windows/files/data-folder.ts');
    const { currentUser } = await import('./windows/system/elevation.ts');
    return securedFolder('window', currentUser() ?? 'unknown');
  },
  openAsPerson: async (address) =>
    await (await import('./windows/com/open-by-desktop.ts')).openByDesktop(address),
  hasDesktop: async () => !(await import('./windows/ffi/session.ts')).isAmongServices(),
  ownProgram: async () =>
    (await import('./windows/worker-client/worker-launch.ts')).consoleProgram(),
  stayAwake: async () => (await import('./windows/ffi/power.ts')).stayAwake(),
  startElevated: async (request) =>
    await (await import('./windows/files/start-elevated.ts')).startElevated(request),
  policyKeys: async (path) => {
    const { WindowsRegistry } = await import('./windows/system/windows-registry.ts');
    const registry = new WindowsRegistry();
    const key = registry.readKey(path);
    if (!key.found) return key.gap === null ? null : { gap: key.gap };
    const below = registry.readChildren(path);
    const gap = below.found ? below.value.gaps[0] : below.gap;
    if (gap !== undefined && gap !== null) return { gap };
    return { key: key.value, below: below.found ? below.value.keys : [] };
  },
};

const system = thisPlatform === 'win32' ? windows : null;
