import type { ActionOf } from '../../../shared/domain/action.ts';
import {
  logonsWithoutPassword,
  programOf,
  type ScheduledTask,
} from '../../../shared/domain/inventory/scheduled-tasks.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../shared/windows/command-line.ts';
import { couldNotStart, exited, type Performer } from '../windows/perform/performer.ts';
import type { QuarantineBench } from '../windows/perform/quarantine-control.ts';
import { forgetKeptTask, readKeptTask, writeKeptTask } from './kept-task.ts';
import { placeInQuarantine } from './place-in-quarantine.ts';
import { isPlaceOfTask, vendorFolderPlace } from './vendor-places.ts';

type Take = ActionOf<'quarantineTask'>;
type Return = ActionOf<'returnTask'>;

/** The scheduler knows no such task, or no such folder, as an HRESULT. */
const gone: readonly number[] = [0x80070002, 0x80070003];

/** Keeps a task with who may change it in a file of the quarantine, then has the scheduler delete it. */
export const quarantineTask: Performer<Take, QuarantineBench> = {
  command: ({ path }) => formatCommandLine('schtasks.exe', ['/delete', '/tn', path, '/f']),
  refuse({ path }, here) {
    if (!isPlaceOfTask(path)) return message('refused.notAVendorTask', { name: path });
    const now = here.tasks.at(path);
    return 'code' in now || now.value === null ? null : refuseTask(now.value, here);
  },
  before({ path }, _here, { quarantineFolder }) {
    const kept = `${placeInQuarantine(quarantineFolder(), path)}.json`;
    return { value: { kind: 'keptTask', kept } };
  },
  async act({ path }, before, _context, here) {
    if (before?.kind !== 'keptTask') throw new Error('It was not remembered where it goes.');
    const found = await here.tasks.read(path);
    if ('code' in found) return exited(gone.includes(found.code) ? 0 : found.code, here);
    // What is kept is what is judged, and not what stood there a moment before.
    const refusal = refuseTask(here.tasks.parse(path, found.value), here);
    if (refusal !== null) return couldNotStart(refusal);
    writeKeptTask(before.kept, path, found.value);
    return exited(await here.tasks.drop(path), here);
  },
};

/** Makes it again where none of its name is. */
export const returnTask: Performer<Return, QuarantineBench> = {
  command: ({ path, kept }) =>
    formatCommandLine('schtasks.exe', ['/create', '/tn', path, '/xml', kept]),
  refuse({ path, kept }, { tasks }) {
    if (!isPlaceOfTask(path)) return message('refused.notAVendorTask', { name: path });
    const task = readKeptTask(kept, path);
    if (task === null) return message('refused.notKept', { path });
    const now = tasks.at(path);
    // One that was made just before a crash is our own.
    const isTaken =
      'value' in now && now.value !== null && !isSame(now.value, tasks.parse(path, task));
    return isTaken ? message('refused.placeTaken', { path }) : null;
  },
  before: ({ kept }) => ({ value: { kind: 'keptTask', kept } }),
  async act({ path, kept }, _before, _context, here) {
    const task = readKeptTask(kept, path);
    const now = here.tasks.at(path);
    if (task === null || 'code' in now) return exited('code' in now ? now.code : fileInvalid, here);
    const code = now.value === null ? await here.tasks.put(path, task) : 0;
    if (code === 0) forgetKeptTask(kept);
    return exited(code, here);
  },
};

/** ERROR_FILE_INVALID. Source: Microsoft, Windows SDK header `winerror.h`. */
const fileInvalid = 1006;

/** Everything that it starts has to be the vendor's, and gone; and nothing of it may get lost. */
function refuseTask(task: ScheduledTask, { keys, folders }: QuarantineBench): Message | null {
  const { path: name, actions, doesMore, logon } = task;
  const places = folders.places();
  const programs = actions.map((action) => keys.expanded(programOf(action)));
  const isVendors = (program: string) =>
    (vendorFolderPlace(program, places)?.below.length ?? 0) > 0;
  if (programs.length === 0 || doesMore !== false || !programs.every(isVendors))
    return message('refused.notAVendorTask', { name });
  const isGone = (program: string) => {
    const now = folders.look(program);
    return 'value' in now && now.value === null;
  };
  if (!programs.every(isGone)) return message('refused.taskWorks', { name });
  return logonsWithoutPassword.has(logon) ? null : message('refused.passwordStored', { name });
}

/** By what they do, and as whom. */
function isSame(one: ScheduledTask, other: ScheduledTask): boolean {
  const told = ({ actions, author, doesMore, logon }: ScheduledTask) =>
    JSON.stringify([
      actions.map(({ execute, arguments: args }) => [execute, args]),
      author,
      doesMore,
      logon,
    ]);
  return told(one) === told(other);
}
