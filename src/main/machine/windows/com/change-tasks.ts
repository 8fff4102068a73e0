import { releaseCom, type ComAnswer } from '../ffi/com.ts';
import {
  connectTasks,
  dropTask,
  findTask,
  putTask,
  taskAccess,
  taskFolder,
  taskService,
  type NewTask,
} from '../ffi/task-scheduler.ts';
import { win32 } from '../ffi/win32-error.ts';
import { inApartment } from './in-apartment.ts';
import { withTimeLimit } from './time-limit.ts';

/** Directly after a start of Windows the scheduler takes its time. */
const patienceMs = 30_000;

/** The scheduler keeps no such thing (`E_NOTIMPL`). */
const notKept = 0x80004001;

/**
 * Makes a task in the root folder, or in one below it that is made where it is missing; 0, a Windows error number or an
 * HRESULT. One that is replaced is made anew: only updated, it would keep the access list that it has.
 */
export async function registerTask(task: NewTask): Promise<number> {
  const made = await withTasks('\\', async (folder) => {
    if (task.way === 'replace') await dropTask(folder, task.name);
    const registered = await putTask(folder, task);
    if (!registered.ok) return registered;
    await releaseCom(registered.value);
    return done;
  });
  return codeOf(made);
}

/** Takes a task away by its path, which may leave out the root folder; 0, a Windows error number or an HRESULT. */
export async function deleteTask(path: string): Promise<number> {
  const { folder, name } = partsOf(path);
  return codeOf(
    await withTasks(folder, async (tasks) => {
      const code = await dropTask(tasks, name);
      return code === win32.success ? done : { ok: false, code };
    }),
  );
}

/** Owner, group and access list of a task in the notation of Windows (SDDL); null where the scheduler keeps none. */
export async function accessOfTask(path: string): Promise<ComAnswer<string | null>> {
  const { folder, name } = partsOf(path);
  return await withTasks(folder, async (tasks) =>
    withObject(await findTask(tasks, name), async (task): Promise<ComAnswer<string | null>> => {
      const access = await taskAccess(task);
      return access.ok || access.code !== notKept ? access : { ok: true, value: null };
    }),
  );
}

const done = { ok: true, value: null } as const;

function codeOf(answer: ComAnswer<unknown>): number {
  return answer.ok ? win32.success : answer.code;
}

function partsOf(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf('\\');
  return { folder: at <= 0 ? '\\' : path.slice(0, at), name: path.slice(at + 1) };
}

async function withTasks<T>(
  path: string,
  use: (folder: bigint) => Promise<ComAnswer<T>>,
): Promise<ComAnswer<T>> {
  const answered = await withTimeLimit(
    patienceMs,
    inApartment(
      async () => await withObject(await taskService(), (service) => inFolder(service, path, use)),
    ),
  );
  return answered.timedOut ? { ok: false, code: win32.timeout } : answered.value;
}

async function inFolder<T>(
  service: bigint,
  path: string,
  use: (folder: bigint) => Promise<ComAnswer<T>>,
): Promise<ComAnswer<T>> {
  const code = await connectTasks(service);
  return code === win32.success
    ? await withObject(await taskFolder(service, path), use)
    : { ok: false, code };
}

async function withObject<T>(
  answer: ComAnswer<bigint>,
  use: (object: bigint) => Promise<ComAnswer<T>>,
): Promise<ComAnswer<T>> {
  if (!answer.ok) return answer;
  try {
    return await use(answer.value);
  } finally {
    await releaseCom(answer.value);
  }
}
