import { promisify } from 'node:util';
import { callCom, type ComAnswer, type ComMethod, guid, objectAnswer } from './com.ts';
import { ole32 } from './ole32.ts';
import { freeBstr, makeBstr } from './oleaut32.ts';
import { variantSize } from './variant.ts';

/**
 * The objects on the way from nothing to the shell that runs the person's desktop. Slots are those of the interfaces in
 * the Windows SDK headers `exdisp.h`, `servprov.h`, `shobjidl_core.h` and `shldisp.h`.
 */
const shellWindowsClass = guid('9BA05972-F6A8-11CF-A442-00A0C90A8F39');
const interfaces = {
  shellWindows: guid('85CB6900-4D95-11CF-960C-0080C7F4EE85'),
  serviceProvider: guid('6D5140C1-7436-11CE-8034-00AA006009FA'),
  shellBrowser: guid('000214E2-0000-0000-C000-000000000046'),
  dispatch: guid('00020400-0000-0000-C000-000000000046'),
  folderView: guid('E7A1AF80-4D96-11CF-960C-0080C7F4EE85'),
  shell: guid('A4C6892C-3BA9-11D2-9DEA-00C04FB16162'),
} as const;
const topLevelBrowserService = guid('4C96BE40-915C-11CF-99D3-00AA004AE837');

/** `CLSCTX_LOCAL_SERVER`: it runs in the process of the desktop, never in ours. */
const localServer = 4;

/** The list of the shell's windows, to be released by the caller like every object that comes from here. */
export async function shellWindows(): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  const create = promisify(ole32().CoCreateInstance.async);
  const code: number = await create(
    shellWindowsClass,
    null,
    localServer,
    interfaces.shellWindows,
    result,
  );
  return objectAnswer(code >>> 0, result);
}

const findWindow: ComMethod = {
  slot: 15,
  parameters: ['void *', 'void *', 'int32', 'void *', 'int32', 'void *'],
};
const desktop = { folder: 0, windowClass: 8 } as const;
/** `SWFO_NEEDDISPATCH`. */
const wantsObject = 1;

/** The window of the desktop; fails where nobody has one, as in session 0 or on a Server Core. */
export async function desktopWindow(windows: bigint): Promise<ComAnswer<bigint>> {
  const [handle, result] = [new Int32Array(2), new BigUint64Array(1)];
  const code = await callCom(
    windows,
    findWindow,
    numberVariant(desktop.folder),
    emptyVariant(),
    desktop.windowClass,
    handle,
    wantsObject,
    result,
  );
  return objectAnswer(code, result);
}

const queryInterface: ComMethod = { slot: 0, parameters: ['void *', 'void *'] };

export async function queried(
  object: bigint,
  name: keyof typeof interfaces,
): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  return objectAnswer(await callCom(object, queryInterface, interfaces[name], result), result);
}

const queryService: ComMethod = { slot: 3, parameters: ['void *', 'void *', 'void *'] };

export async function topLevelBrowser(provider: bigint): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  const { shellBrowser } = interfaces;
  const code = await callCom(provider, queryService, topLevelBrowserService, shellBrowser, result);
  return objectAnswer(code, result);
}

const queryActiveShellView: ComMethod = { slot: 15, parameters: ['void *'] };

export async function activeView(browser: bigint): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  return objectAnswer(await callCom(browser, queryActiveShellView, result), result);
}

const getItemObject: ComMethod = { slot: 15, parameters: ['uint32', 'void *', 'void *'] };
/** `SVGIO_BACKGROUND`. */
const background = 0;

export async function viewBackground(view: bigint): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  const code = await callCom(view, getItemObject, background, interfaces.dispatch, result);
  return objectAnswer(code, result);
}

const getApplication: ComMethod = { slot: 7, parameters: ['void *'] };

export async function application(folderView: bigint): Promise<ComAnswer<bigint>> {
  const result = new BigUint64Array(1);
  return objectAnswer(await callCom(folderView, getApplication, result), result);
}

/** Variants that are passed by value: both 64-bit calling conventions of Windows hand on their address. */
const shellExecute: ComMethod = {
  slot: 31,
  parameters: ['void *', 'void *', 'void *', 'void *', 'void *'],
};
const showNormal = 1;

/** Lets the desktop's shell open something, with the rights of the desktop; the answer is the HRESULT. */
export async function openByShell(shell: bigint, address: string): Promise<number> {
  const text = makeBstr(address);
  const [args, folder, operation] = [emptyVariant(), emptyVariant(), emptyVariant()];
  try {
    const show = numberVariant(showNormal);
    return await callCom(shell, shellExecute, text, args, folder, operation, show);
  } finally {
    freeBstr(text);
  }
}

function emptyVariant(): Buffer {
  return Buffer.alloc(variantSize);
}

/** `VT_I4`. */
function numberVariant(value: number): Buffer {
  const variant = emptyVariant();
  variant.writeUInt16LE(3, 0);
  variant.writeInt32LE(value, 8);
  return variant;
}
