import type { ActionOf } from '../../../shared/domain/action.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { isWithinUserData } from '../../../shared/domain/user-data.ts';
import { formatCommandLine } from '../../../shared/windows/command-line.ts';
import { exited, type Performed, type Performer } from '../windows/perform/performer.ts';
import type { FolderControl, QuarantineBench } from '../windows/perform/quarantine-control.ts';
import { forgetWaiting, isWaiting, markWaiting, placeInQuarantine } from './place-in-quarantine.ts';
import { survey, type Survey } from './survey.ts';
import { vendorFolderPlace } from './vendor-places.ts';

type Take = ActionOf<'quarantineFolder'>;
type Return = ActionOf<'returnFolder'>;

/** Moves a folder of the vendor into the quarantine, but for what a person keeps in it. */
export const quarantineFolder: Performer<Take, QuarantineBench> = {
  command: ({ path }) => formatCommandLine('move', [path, '(quarantine)']),
  refuse: ({ path }, { folders }) =>
    refusePlace(path, folders) ?? refuseRunning(path, folders) ?? refuseAll(path, folders),
  before({ path }, { folders }, context) {
    const seen = surveyOf(path, folders);
    if (typeof seen === 'number') return { code: seen };
    const kept = placeInQuarantine(context.quarantineFolder(), path);
    return { value: { kind: 'keptFolder', kept, moved: [...seen.moves] } };
  },
  act(action, before, _context, here) {
    if (before?.kind !== 'keptFolder') throw new Error('It was not remembered where it goes.');
    return moveAll(action.path, before.kept, before.moved, here);
  },
};

/** Puts it back where nothing stands now. */
export const returnFolder: Performer<Return, QuarantineBench> = {
  command: ({ path, kept }) => formatCommandLine('move', [kept, path]),
  refuse: (action, { folders }) =>
    refusePlace(action.path, folders) ?? refuseTaken(action, folders),
  before: ({ kept, moved }) => ({ value: { kind: 'keptFolder', kept, moved } }),
  act: ({ path, kept, moved }, _before, _context, here) => returnAll(path, kept, moved, here),
};

function refusePlace(path: string, folders: FolderControl): Message | null {
  if (vendorFolderPlace(path, folders.places()) === null)
    return message('refused.notAVendorFolder', { path });
  if (isWithinUserData(path)) return message('refused.userData', { path });
  const now = folders.look(path);
  return 'value' in now && now.value === 'link' ? message('refused.link', { path }) : null;
}

function refuseRunning(path: string, folders: FolderControl): Message | null {
  const [program] = folders.runningIn(path);
  return program === undefined ? null : message('refused.runsInFolder', { path, program });
}

/** Nothing of it can go. */
function refuseAll(path: string, folders: FolderControl): Message | null {
  const seen = surveyOf(path, folders);
  if (typeof seen === 'number' || seen.moves.length > 0) return null;
  const [program] = seen.foreign;
  if (program !== undefined)
    return message('refused.foreignProgram', { path, program: `${path}\\${program}` });
  return message('refused.onlyUserData', { path });
}

/** The folder of the vendor holds those of several products, and each of them is judged by itself. */
function surveyOf(path: string, folders: FolderControl): Survey | number {
  const place = vendorFolderPlace(path, folders.places());
  return survey(path, place?.below.length === 0, folders);
}

function moveAll(
  path: string,
  kept: string,
  moved: readonly string[],
  here: QuarantineBench,
): Performed {
  const waiting: string[] = [];
  for (const each of moved) {
    const [from, to] = [at(path, each), at(kept, each)];
    const code = moveOne(from, to, here.folders);
    if (code === 0) continue;
    const later = waitFor(code, { from, to, kept }, here.folders);
    if (later !== 0) return exited(later, here);
    waiting.push(from);
  }
  const seen = surveyOf(path, here.folders);
  const left = typeof seen === 'number' ? [] : seen.foreign.map((each) => at(path, each));
  return {
    ...exited(waiting.length === 0 ? 0 : restartNeeded, here),
    message: [
      ...(waiting.length === 0 ? [] : [message('clean.waitsForRestart', { names: waiting })]),
      ...(left.length === 0 ? [] : [message('clean.foreignLeft', { names: left })]),
    ],
  };
}

/** ERROR_SUCCESS_REBOOT_REQUIRED, and what Windows answers of something in use: ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION. */
const restartNeeded = 3010;
const inUse: readonly number[] = [5, 32];

interface Waiting {
  readonly from: string;
  readonly to: string;
  readonly kept: string;
}

/**
 * What is in use is moved with the next start of Windows. That goes by names, so only where nobody can change meanwhile what
 * they lead to. 0, or why it cannot wait.
 */
function waitFor(code: number, { from, to, kept }: Waiting, folders: FolderControl): number {
  if (!inUse.includes(code) || !folders.isGuarded(from)) return code;
  markWaiting(kept);
  return folders.moveLater(from, to);
}

/** Somebody else has put something in its place meanwhile; that is the later word. */
function refuseTaken({ path, kept, moved }: Return, folders: FolderControl): Message | null {
  const isKept = (each: string) => isThere(at(kept, each), folders);
  const taken = moved.find((each) => isKept(each) && isThere(at(path, each), folders));
  if (taken !== undefined) return message('refused.placeTaken', { path: at(path, taken) });
  const lost = moved.find((each) => !isKept(each) && !isThere(at(path, each), folders));
  return lost === undefined ? null : message('refused.notKept', { path: at(path, lost) });
}

/** What was brought back before a crash stands where it was. */
function returnAll(
  path: string,
  kept: string,
  moved: readonly string[],
  here: QuarantineBench,
): Performed {
  for (const each of isWaiting(kept) ? moved : []) {
    const code = here.folders.cancelLater(at(path, each), at(kept, each));
    if (code !== 0) return exited(code, here);
  }
  for (const each of moved.filter((one) => isThere(at(kept, one), here.folders))) {
    const code = moveOne(at(kept, each), at(path, each), here.folders);
    if (code !== 0) return exited(code, here);
  }
  removeEmpty(kept, here.folders);
  forgetWaiting(kept);
  return exited(0, here);
}

/** What was not moved as a whole leaves its folders behind; while one is there, something is still kept. */
function removeEmpty(path: string, folders: FolderControl): void {
  const listing = folders.list(path);
  if ('code' in listing) return;
  for (const { name, kind } of listing.value)
    if (kind === 'folder') removeEmpty(`${path}\\${name}`, folders);
  folders.removeFolder(path);
}

/** Folders on the way that are missing are made. */
function moveOne(from: string, to: string, folders: FolderControl): number {
  const made = makeAll(parentOf(to), folders);
  return made === 0 ? folders.move(from, to) : made;
}

function makeAll(path: string, folders: FolderControl): number {
  const now = folders.look(path);
  if ('code' in now) return now.code;
  if (now.value !== null || parentOf(path) === path) return 0;
  const above = makeAll(parentOf(path), folders);
  return above === 0 ? folders.makeFolder(path) : above;
}

function parentOf(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, '');
}

function isThere(path: string, folders: FolderControl): boolean {
  const now = folders.look(path);
  return 'code' in now || now.value !== null;
}

function at(path: string, below: string): string {
  return below === '' ? path : `${path}\\${below}`;
}
