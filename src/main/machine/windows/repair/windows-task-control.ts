import type { TaskLogon } from '../../../../shared/domain/inventory/scheduled-tasks.ts';
import { decodeText } from '../../formats/text/decode-text.ts';
import { parseTask } from '../../formats/task/parse-task.ts';
import { accessOfTask, deleteTask, registerTask } from '../com/change-tasks.ts';
import { systemFolder } from '../ffi/library.ts';
import { taskLogon, type NewTask } from '../ffi/task-scheduler.ts';
import { win32 } from '../ffi/win32-error.ts';
import { readBounded } from '../files/read-bounded.ts';
import type { Asked } from '../perform/defender-control.ts';
import type { TaskControl } from '../perform/quarantine-control.ts';

/** A task is a few kilobytes; anything much larger is not one. */
const largestTask = 1024 * 1024;

/** Scheduled tasks of this computer. */
export const windowsTasks: TaskControl = {
  at(path) {
    const xml = textOf(path);
    if ('code' in xml || xml.value === null) return xml as { readonly value: null };
    return { value: parseTask(path, xml.value) };
  },
  async read(path) {
    const access = await accessOfTask(path);
    if (!access.ok) return { code: access.code };
    const xml = textOf(path);
    if ('code' in xml || xml.value === null) return { code: win32.accessDenied };
    return { value: { xml: xml.value, access: access.value } };
  },
  parse: (path, { xml }) => parseTask(path, xml),
  drop: async (path) => await deleteTask(path),
  async put(path, { xml, access }) {
    const logon = logonOf(parseTask(path, xml).logon);
    if (logon === null) return win32.accessDenied;
    return await registerTask({ name: path.slice(1), xml, logon, access, way: 'restore' });
  },
};

function logonOf(logon: TaskLogon | undefined): NewTask['logon'] | null {
  return logon === 'signedIn' || logon === 'group' || logon === 'serviceAccount'
    ? taskLogon[logon]
    : null;
}

/** The scheduler keeps each task as a file of its own, in the notation in which it takes one. */
function textOf(path: string): Asked<string | null> {
  const file = readBounded(`${systemFolder()}\\Tasks${path}`, largestTask);
  if (file.read) return { value: decodeText(file.content) };
  return file.gap === null ? { value: null } : { code: win32.accessDenied };
}
