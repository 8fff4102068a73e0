import { mkdtempSync, rmdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { quoted, type Message } from '../../shared/domain/message.ts';
import { makeFolder } from '../disk/make-folder.ts';
import type { Machine } from './machine.ts';
import type { PracticeComputer } from './practice/computers/practice-computer.ts';

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

/** Why this computer cannot be worked on. */
export type NotHere = 'notWindows' | 'notAdministrator';

export type OpenedMachine =
  | { readonly ok: true; readonly machine: Machine }
  | { readonly ok: false; readonly why: 'notWindows' };

/** The folder, or which one cannot be used and why. */
export type MadeFolder =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly folder: string; readonly why: Message };

/** Opens a machine. Its adapter is loaded only now, so that nobody needs the libraries of another system. */
export async function openMachine(options: OpenOptions): Promise<OpenedMachine> {
  if (options.practice !== null) {
    const { PracticeMachine } = await import('./practice/practice-machine.ts');
    const { practice: computer, speed } = options;
    const folder = join(await dataFolder(options), 'machine');
    return { ok: true, machine: await PracticeMachine.open({ computer, folder, speed }) };
  }
  if (system === null) return { ok: false, why: 'notWindows' };
  return { ok: true, machine: await system.openMachine() };
}

/** Why the computer this program runs on cannot be worked on; null when it can be. */
export async function whyNotHere(): Promise<NotHere | null> {
  if (system === null) return 'notWindows';
  return (await system.isAdministrator()) ? null : 'notAdministrator';
}

/**
 * Where runs are kept: on Windows below ProgramData, which every administrator finds; elsewhere below the
 * state folder of the XDG base directory specification. Practice runs never mix with real ones.
 */
export async function dataFolder(place: MachinePlace): Promise<string> {
  const base = place.dataFolder === undefined ? await usualFolder() : resolve(place.dataFolder);
  return place.practice === null ? base : join(base, 'practice', place.practice.id);
}

/** Makes the data folder. The usual one on Windows is writable by administrators only. */
export async function writableDataFolder(place: MachinePlace): Promise<MadeFolder> {
  const folder = await dataFolder(place);
  try {
    if (system !== null && place.dataFolder === undefined) {
      const secured = await system.secureDataFolder(await usualFolder());
      if (!secured.ok) return { ok: false, folder, why: secured.message };
    }
    makeFolder(folder);
    // A folder that was there already may be read-only, or on a disk that is full.
    rmdirSync(mkdtempSync(join(folder, 'writable-')));
    return { ok: true, value: folder };
  } catch (error) {
    return { ok: false, folder, why: quoted((error as Error).message) };
  }
}

async function usualFolder(): Promise<string> {
  if (system !== null) return await system.usualDataFolder();
  return join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'cutover');
}

/** The tag of the language in which the person has the system, or has set the terminal; empty where none is set. */
export async function systemLanguage(): Promise<string> {
  if (system !== null) return await system.language();
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return LC_ALL || LC_MESSAGES || LANG || '';
}

/** What an operating system has to answer to be worked on. */
interface System {
  readonly openMachine: () => Promise<Machine>;
  readonly isAdministrator: () => Promise<boolean>;
  readonly language: () => Promise<string>;
  readonly usualDataFolder: () => Promise<string>;
  /** Makes sure that only administrators can write there. */
  readonly secureDataFolder: (
    path: string,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly message: Message }>;
}

const windows: System = {
  openMachine: async () => {
    const { WindowsMachine } = await import('./windows/windows-machine.ts');
    return new WindowsMachine();
  },
  isAdministrator: async () => {
    const { elevation } = await import('./windows/system/elevation.ts');
    return elevation().administrator;
  },
  language: async () => {
    const { preferredLanguage } = await import('./windows/system/preferred-language.ts');
    return preferredLanguage('user') ?? '';
  },
  usualDataFolder: async () => (await import('./windows/files/data-folder.ts')).usualDataFolder(),
  secureDataFolder: async (path) =>
    (await import('./windows/files/data-folder.ts')).secureDataFolder(path),
};

const system = thisPlatform === 'win32' ? windows : null;
