import { promisify } from 'node:util';
import { callCom, guid, objectAnswer, type ComAnswer, type ComMethod } from './com.ts';
import { ole32 } from './ole32.ts';
import { freeBstr, makeBstr } from './oleaut32.ts';
import { variantSize } from './variant.ts';

/** Slots are those of the interfaces in the Windows SDK header `taskschd.h`. */
const taskSchedulerClass = guid('0F87369F-A4E5-4CFC-BD3E-73E6154572DD');
const taskServiceInterface = guid('2FABA4C7-4DA9-4013-9697-20CC3FD40F85');
/** `CLSCTX_INPROC_SERVER`. */
const inProcess = 1;

/** The door to the task scheduler, to be released by the caller like every object that comes from here. */
export async function taskService(): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  const createInstance = promisify(ole32().CoCreateInstance.async);
  const code: number = await createInstance(
    taskSchedulerClass,
    null,
    inProcess,
    taskServiceInterface,
    result,
  );
  return objectAnswer(code >>> 0, result);
}

/** Variants that are passed by value: both 64-bit calling conventions of Windows hand on their address. */
const connect: ComMethod = { slot: 10, parameters: ['void *', 'void *', 'void *', 'void *'] };

/** Connects it to the scheduler of this computer, as whoever runs us; the answer is the HRESULT. */
export async function connectTasks(service: bigint): Promise<number> {
  return await callCom(service, connect, nothing(), nothing(), nothing(), nothing());
}

const getFolder: ComMethod = { slot: 7, parameters: ['void *', 'void *'] };

/** The folder in which all others lie. */
export async function rootTasks(service: bigint): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  const path = makeBstr('\\');
  try {
    return objectAnswer(await callCom(service, getFolder, path, result), result);
  } finally {
    freeBstr(path);
  }
}

const registerTask: ComMethod = {
  slot: 16,
  parameters: ['void *', 'void *', 'int32', 'void *', 'void *', 'int32', 'void *', 'void *'],
};
/** `TASK_CREATE`. */
const create = 2;

/** How whoever a task runs as is known: `TASK_LOGON_GROUP` and `TASK_LOGON_SERVICE_ACCOUNT`. */
export const taskLogon = { group: 4, serviceAccount: 5 } as const;

export interface NewTask {
  readonly name: string;
  /** In the notation of the "Task Scheduler Schema". */
  readonly xml: string;
  readonly logon: (typeof taskLogon)[keyof typeof taskLogon];
  /** Who may see and change it, in the notation of Windows (SDDL). */
  readonly access: string;
}

/**
 * Makes a task where there is none of that name. Whoever it runs as is said in its notation, which counts where nobody is named
 * beside it (`scheduled_task_utils.cc` of google/omaha registers its tasks so).
 */
export async function putTask(
  folder: bigint,
  { name, xml, logon, access }: NewTask,
): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  const texts = [name, xml, access].map(makeBstr);
  const [path = 0n, definition = 0n, sddl = 0n] = texts;
  try {
    const code = await callCom(
      folder,
      registerTask,
      path,
      definition,
      create,
      nothing(),
      nothing(),
      logon,
      textVariant(sddl),
      result,
    );
    return objectAnswer(code, result);
  } finally {
    texts.forEach(freeBstr);
  }
}

const deleteTask: ComMethod = { slot: 15, parameters: ['void *', 'int32'] };

/** The answer is the HRESULT. */
export async function dropTask(folder: bigint, name: string): Promise<number> {
  const path = makeBstr(name);
  try {
    return await callCom(folder, deleteTask, path, 0);
  } finally {
    freeBstr(path);
  }
}

function nothing(): Buffer {
  return Buffer.alloc(variantSize);
}

/** `VT_BSTR`; the text stays with whoever made it. */
function textVariant(text: bigint): Buffer {
  const variant = nothing();
  variant.writeUInt16LE(8, 0);
  variant.writeBigUInt64LE(text, 8);
  return variant;
}
