import { releaseCom, type ComAnswer } from '../ffi/com.ts';
import {
  connectTasks,
  dropTask,
  putTask,
  rootTasks,
  taskService,
  type NewTask,
} from '../ffi/task-scheduler.ts';
import { win32 } from '../ffi/win32-error.ts';
import { inApartment } from './in-apartment.ts';
import { withTimeLimit } from './time-limit.ts';

/** Directly after a start of Windows the scheduler takes its time. */
const patienceMs = 30_000;

/**
 * Makes a task in the root folder, in place of the one of that name; 0, a Windows error number or an HRESULT. One that is only
 * updated would keep the access list that it has.
 */
export async function registerTask(task: NewTask): Promise<number> {
  return await withTasks(async (folder) => {
    await dropTask(folder, task.name);
    const made = await putTask(folder, task);
    if (!made.ok) return made.code;
    await releaseCom(made.value);
    return win32.success;
  });
}

/** Takes a task out of the root folder; 0, a Windows error number or an HRESULT. */
export async function deleteTask(name: string): Promise<number> {
  return await withTasks(async (folder) => await dropTask(folder, name));
}

async function withTasks(use: (folder: bigint) => Promise<number>): Promise<number> {
  const done = await withTimeLimit(
    patienceMs,
    inApartment(
      async () => await withObject(await taskService(), (service) => inRoot(service, use)),
    ),
  );
  return done.timedOut ? win32.timeout : done.value;
}

async function inRoot(service: bigint, use: (folder: bigint) => Promise<number>): Promise<number> {
  const connected = await connectTasks(service);
  return connected === win32.success ? await withObject(await rootTasks(service), use) : connected;
}

async function withObject(
  answer: ComAnswer<bigint>,
  use: (object: bigint) => Promise<number>,
): Promise<number> {
  if (!answer.ok) return answer.code;
  try {
    return await use(answer.value);
  } finally {
    await releaseCom(answer.value);
  }
}
