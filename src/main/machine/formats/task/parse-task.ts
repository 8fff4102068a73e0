import { XMLParser } from 'fast-xml-parser';
import type { ScheduledTask } from '../../../../shared/domain/inventory/scheduled-tasks.ts';

const parser = new XMLParser({
  ignoreDeclaration: true,
  ignorePiTags: true,
  // A program called 0012 is not a number.
  parseTagValue: false,
  // Also the numbered ones, `&#1050;`; what a document type defines is not reached, see below.
  htmlEntities: true,
  isArray: (name) => name === 'Exec',
});

/**
 * The parts of a task's XML that tell what it starts. Tolerant on purpose: the file comes from Windows, and a task that
 * cannot be understood in full is still worth showing. Source: Microsoft, "Task Scheduler Schema".
 */
export function parseTask(path: string, xml: string): ScheduledTask {
  const task = taskIn(xml);
  const commands = partOf(task, 'Actions', 'Exec');
  return {
    path,
    author: textOf(partOf(task, 'RegistrationInfo', 'Author')),
    actions: (Array.isArray(commands) ? commands : []).map((exec: unknown) => ({
      execute: textOf(partOf(exec, 'Command')) ?? '',
      arguments: textOf(partOf(exec, 'Arguments')),
    })),
  };
}

/** Null for what no task scheduler wrote. It writes no document type, which could define entities that grow. */
function taskIn(xml: string): unknown {
  if (/<!DOCTYPE/i.test(xml)) return null;
  try {
    return partOf(parser.parse(xml), 'Task');
  } catch {
    return null;
  }
}

function partOf(whole: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (part, name) =>
      typeof part === 'object' && part !== null ? Reflect.get(part, name) : undefined,
    whole,
  );
}

function textOf(part: unknown): string | null {
  return typeof part === 'string' && part !== '' ? part : null;
}
