import { changeablePart } from '../../../disk/changeable-part.ts';
import { runOnceKey } from '../../../../shared/domain/restart/continuation.ts';
import type { GoesOn } from '../../../../shared/domain/restart/restart-choice.ts';
import { decodeText } from '../../formats/text/decode-text.ts';
import { parseTask } from '../../formats/task/parse-task.ts';
import { deleteTask, registerTask } from '../com/change-tasks.ts';
import { systemFolder } from '../ffi/library.ts';
import { readRawValue, deleteRawValue, writeRawValue } from '../ffi/registry-tree.ts';
import { initiateRestart } from '../ffi/shutdown.ts';
import { taskLogon, type NewTask } from '../ffi/task-scheduler.ts';
import { toWide, fromWide } from '../ffi/wide-string.ts';
import { win32 } from '../ffi/win32-error.ts';
import { readBounded } from '../files/read-bounded.ts';
import { windowsAccess } from '../files/windows-access.ts';
import type { RestartControl } from '../perform/restart-control.ts';
import { withShutdownPrivilege } from '../system/backup-privilege.ts';

/** Going on after a restart of this computer, and restarting it. */
export const windowsRestartControl: RestartControl = {
  task(name) {
    const file = readBounded(`${systemFolder()}\\Tasks\\${name}`, largestTask);
    if (file.read) return { value: parseTask(name, decodeText(file.content)).actions };
    return file.gap === null ? { value: null } : { code: win32.accessDenied };
  },
  putTask: async ({ name, xml, when }) =>
    await registerTask({
      name,
      xml,
      logon: logons[when],
      access: administratorsOnly,
      way: 'replace',
    }),
  dropTask: async (name) => await deleteTask(name),
  runOnce(name) {
    const read = readRawValue(runOnceKey, name);
    if ('code' in read || read.value === null) return read as { readonly value: null };
    const data = Buffer.from(read.value.data, 'hex');
    return { value: fromWide(data, data.length / 2).replace(/\0.*$/s, '') };
  },
  putRunOnce: (name, command) =>
    writeRawValue(runOnceKey, name, { type: text, data: toWide(command).toString('hex') }),
  dropRunOnce: (name) => deleteRawValue(runOnceKey, name),
  changeablePart: (program) => {
    try {
      return changeablePart(program, 'folder', windowsAccess());
    } catch {
      return program;
    }
  },
  isPractice: false,
  restart: (wish) => withShutdownPrivilege(() => initiateRestart(wish)),
};

const largestTask = 1024 * 1024;
/** `REG_SZ`. */
const text = 1;

const logons: Readonly<Record<GoesOn, NewTask['logon']>> = {
  startUp: taskLogon.serviceAccount,
  signIn: taskLogon.group,
};

/** Full access for LocalSystem and for administrators, with nothing inherited. Others do not even see it. */
const administratorsOnly = 'D:P(A;;FA;;;SY)(A;;FA;;;BA)';
