import { readFileSync } from 'node:fs';
import { message } from '../../../../shared/domain/message.ts';
import type { ScheduledTask } from '../../../../shared/domain/inventory/scheduled-tasks.ts';
import { type Gap, readSection, unreadableSection } from '../../../../shared/domain/section.ts';
import { systemFolder } from '../../windows/ffi/library.ts';
import { fileGap, isAbsent } from '../../windows/system/windows-gap.ts';
import { decodeText } from '../../windows/files/decode-text.ts';
import { listFolder } from '../../windows/files/list-folder.ts';
import { mentions } from '../registry/reader/mentions.ts';
import { parseTask } from '../../formats/task/parse-task.ts';

/** A task is a few kilobytes; anything much larger is not one. */
const largestTask = 1024 * 1024;

/** A computer has some hundreds, each read within a millisecond. */
const longestMs = 20_000;

/** The scheduled tasks whose path, author or actions contain one of the hints, read from their files. */
export function collectScheduledTasks(hints: readonly string[]) {
  const root = `${systemFolder()}\\Tasks`;
  const gaps: Gap[] = [];
  const files = taskFiles(root, gaps);
  if (files === null) return unreadableSection(...gaps);
  const tasks = readTasks(root, files, gaps);
  return readSection(
    tasks.filter((task) => isOfInterest(task, hints)),
    gaps,
  );
}

/** Everybody may put files into some of the folders, so the time for all of them has a limit. */
function readTasks(root: string, files: readonly string[], gaps: Gap[]): ScheduledTask[] {
  const end = performance.now() + longestMs;
  const tasks: ScheduledTask[] = [];
  for (const file of files) {
    if (performance.now() > end) {
      gaps.push(tooSlow(root));
      break;
    }
    const task = readTask(root, file, gaps);
    if (task !== null) tasks.push(task);
  }
  return tasks;
}

function tooSlow(root: string): Gap {
  const detail = message('gap.tooSlow', { count: longestMs / 1000 });
  return { subject: root, reason: 'timedOut', detail, needsAdministrator: false };
}

function isOfInterest(task: ScheduledTask, hints: readonly string[]): boolean {
  const actions = task.actions.flatMap((action) => [action.execute, action.arguments]);
  return [task.path, task.author, ...actions].some((text) => mentions(text, hints));
}

/** Null when the folder of tasks itself cannot be read. */
function taskFiles(root: string, gaps: Gap[]): string[] | null {
  const files: string[] = [];
  const waiting = [root];
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    const listing = listFolder(folder);
    if (listing.gap !== null) gaps.push(listing.gap);
    if (folder === root && !listing.found && listing.gap !== null) return null;
    for (const { name, kind, size } of listing.entries) {
      if (kind === 'folder') waiting.push(`${folder}\\${name}`);
      if (kind === 'file' && size <= largestTask) files.push(`${folder}\\${name}`);
    }
  }
  return files;
}

function readTask(root: string, file: string, gaps: Gap[]): ScheduledTask | null {
  try {
    return parseTask(file.slice(root.length), decodeText(readFileSync(file)));
  } catch (error) {
    if (!isAbsent(error)) gaps.push(fileGap(file, error));
    return null;
  }
}
