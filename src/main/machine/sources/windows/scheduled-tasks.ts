import type { ScheduledTask } from '../../../../shared/domain/inventory/scheduled-tasks.ts';
import { type Gap, readSection, unreadableSection } from '../../../../shared/domain/section.ts';
import { tooManyEntries } from '../../../../shared/domain/too-many-entries.ts';
import { systemFolder } from '../../windows/ffi/library.ts';
import { decodeText } from '../../formats/text/decode-text.ts';
import { listFolder } from '../../windows/files/list-folder.ts';
import { readBounded, tooLong } from '../../windows/files/read-bounded.ts';
import { runIdIn } from '../../../../shared/domain/restart/continuation.ts';
import { Deadline } from '../deadline.ts';
import { mentions } from '../registry/reader/mentions.ts';
import { parseTask } from '../../formats/task/parse-task.ts';

/** A task is a few kilobytes; anything much larger is not one. */
const largestTask = 1024 * 1024;

/** A computer has some hundreds. */
const mostTasks = 5_000;

/**
 * The scheduled tasks whose path, author or actions contain one of the hints, and those that go on with a run of ours, read
 * from their files. Everybody may put
 * files into some of the folders, as many and as large as they like, so all of it has a limit.
 */
export function collectScheduledTasks(hints: readonly string[], limitMs: number) {
  const root = `${systemFolder()}\\Tasks`;
  const deadline = new Deadline(limitMs);
  const gaps: Gap[] = [];
  const files = taskFiles(root, gaps, deadline);
  if (files === null) return unreadableSection(...gaps);
  const tasks = readTasks(root, files, gaps, deadline);
  if (deadline.isOver) gaps.push(deadline.gap(root));
  return readSection(
    tasks.filter((task) => isOfInterest(task, hints) || runIdIn(task.path) !== null),
    gaps,
  );
}

function readTasks(
  root: string,
  files: readonly string[],
  gaps: Gap[],
  deadline: Deadline,
): ScheduledTask[] {
  const tasks: ScheduledTask[] = [];
  for (const file of files) {
    if (deadline.isOver) break;
    const found = readBounded(file, largestTask);
    if (found.read) tasks.push(parseTask(file.slice(root.length), decodeText(found.content)));
    else if (found.gap !== null) gaps.push(found.gap);
  }
  return tasks;
}

function isOfInterest(task: ScheduledTask, hints: readonly string[]): boolean {
  const actions = task.actions.flatMap((action) => [action.execute, action.arguments]);
  return [task.path, task.author, ...actions].some((text) => mentions(text, hints));
}

/** Null when the folder of tasks itself cannot be read. */
function taskFiles(root: string, gaps: Gap[], deadline: Deadline): string[] | null {
  const files: string[] = [];
  const waiting = [root];
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    if (deadline.isOver || files.length > mostTasks) break;
    const listing = listFolder(folder);
    if (listing.gap !== null) gaps.push(listing.gap);
    if (folder === root && !listing.found && listing.gap !== null) return null;
    for (const { name, kind, size } of listing.entries) {
      if (kind === 'folder') waiting.push(`${folder}\\${name}`);
      if (kind === 'file' && size <= largestTask) files.push(`${folder}\\${name}`);
    }
    const large = listing.entries.find(({ kind, size }) => kind === 'file' && size > largestTask);
    if (large !== undefined) gaps.push(tooLong(`${folder}\\${large.name}`));
  }
  if (files.length > mostTasks) gaps.push(tooManyEntries(root, mostTasks));
  return files.slice(0, mostTasks);
}
