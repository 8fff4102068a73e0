import { XMLParser } from 'fast-xml-parser';
import type {
  ScheduledTask,
  TaskLogon,
} from '../../../../shared/domain/inventory/scheduled-tasks.ts';

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
  const actions = partOf(task, 'Actions');
  const commands = partOf(actions, 'Exec');
  return {
    path,
    author: textOf(partOf(task, 'RegistrationInfo', 'Author')),
    actions: (Array.isArray(commands) ? commands : []).map((exec: unknown) => ({
      execute: textOf(partOf(exec, 'Command')) ?? '',
      arguments: textOf(partOf(exec, 'Arguments')),
    })),
    doesMore: namesIn(actions).some((name) => name !== 'Exec'),
    logon: logonIn(partOf(task, 'Principals', 'Principal')),
  };
}

/** LocalSystem, the local and the network service; a task may also name them in words. */
const serviceAccount =
  /^(?:S-1-5-(?:18|19|20)|(?:NT AUTHORITY\\)?(?:SYSTEM|LOCAL ?SERVICE|NETWORK ?SERVICE))$/i;
const logons: Readonly<Record<string, TaskLogon>> = {
  InteractiveToken: 'signedIn',
  Password: 'password',
  InteractiveTokenOrPassword: 'password',
};

function logonIn(principal: unknown): TaskLogon {
  // Several take turns by what an action names; nobody writes that.
  if (Array.isArray(principal)) return 'other';
  const user = textOf(partOf(principal, 'UserId'));
  if (user === null) return textOf(partOf(principal, 'GroupId')) === null ? 'other' : 'group';
  if (serviceAccount.test(user)) return 'serviceAccount';
  return logons[textOf(partOf(principal, 'LogonType')) ?? ''] ?? 'other';
}

function namesIn(whole: unknown): readonly string[] {
  return typeof whole === 'object' && whole !== null ? Object.keys(whole) : [];
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
