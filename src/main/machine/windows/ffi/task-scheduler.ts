import { promisify } from 'node:util';
import { callCom, guid, objectAnswer, type ComAnswer, type ComMethod } from './com.ts';
import { ole32 } from './ole32.ts';
import { freeBstr, makeBstr, takeBstr } from './oleaut32.ts';
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

/** A folder of tasks; `\` is the one in which all others lie. */
export async function taskFolder(service: bigint, path: string): Promise<ComAnswer<bigint>> {
  return await objectNamed(service, getFolder, path);
}

const getTask: ComMethod = { slot: 13, parameters: ['void *', 'void *'] };

/** A task that is registered in a folder. */
export async function findTask(folder: bigint, name: string): Promise<ComAnswer<bigint>> {
  return await objectNamed(folder, getTask, name);
}

async function objectNamed(
  object: bigint,
  method: ComMethod,
  name: string,
): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  const text = makeBstr(name);
  try {
    return objectAnswer(await callCom(object, method, text, result), result);
  } finally {
    freeBstr(text);
  }
}

const getSecurityDescriptor: ComMethod = { slot: 21, parameters: ['int32', 'void *'] };
/** `OWNER_SECURITY_INFORMATION`, `GROUP_SECURITY_INFORMATION` and `DACL_SECURITY_INFORMATION`. */
const ownerGroupAndAccess = 7;

/** Who owns a task and may do what with it, in the notation of Windows (SDDL). */
export async function taskAccess(task: bigint): Promise<ComAnswer<string>> {
  const result = new BigUint64Array(1);
  const code = await callCom(task, getSecurityDescriptor, ownerGroupAndAccess, result);
  if (code !== 0) return { ok: false, code };
  return { ok: true, value: takeBstr(result[0] ?? 0n) ?? '' };
}

const registerTask: ComMethod = {
  slot: 16,
  parameters: ['void *', 'void *', 'int32', 'void *', 'void *', 'int32', 'void *', 'void *'],
};
/** `TASK_CREATE`; to restore one with `TASK_IGNORE_REGISTRATION_TRIGGERS`, so that making it starts nothing. */
const ways = { replace: 0x2, restore: 0x22 } as const;

/** How whoever a task runs as is known: `TASK_LOGON_INTERACTIVE_TOKEN`, `TASK_LOGON_GROUP`, `TASK_LOGON_SERVICE_ACCOUNT`. */
export const taskLogon = { signedIn: 3, group: 4, serviceAccount: 5 } as const;

export interface NewTask {
  readonly name: string;
  /** In the notation of the "Task Scheduler Schema". */
  readonly xml: string;
  readonly logon: (typeof taskLogon)[keyof typeof taskLogon];
  /** Who may see and change it, in the notation of Windows (SDDL); null for what is usual. */
  readonly access: string | null;
  /** Whether one of that name is replaced, or in the way. */
  readonly way: keyof typeof ways;
}

/**
 * Makes a task where there is none of that name. Whoever it runs as is said in its notation, which counts where nobody is named
 * beside it (`scheduled_task_utils.cc` of google/omaha registers its tasks so).
 */
export async function putTask(
  folder: bigint,
  { name, xml, logon, access, way }: NewTask,
): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  const texts = [name, xml, access ?? ''].map(makeBstr);
  const [path = 0n, definition = 0n, sddl = 0n] = texts;
  try {
    const code = await callCom(
      folder,
      registerTask,
      path,
      definition,
      ways[way],
      nothing(),
      nothing(),
      logon,
      access === null ? nothing() : textVariant(sddl),
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
