import koffi from 'koffi';
import type { KoffiFunc } from 'koffi';
import { lazyLibrary, type Pointer } from './library.ts';
import { fromWide } from './wide-string.ts';

/**
 * None of these sends a message to the window, so that one that does not answer costs nothing. Source: Microsoft, Windows SDK
 * header `winuser.h`; of `InternalGetWindowText`: "copies the text of the specified window's title bar", without asking it.
 */
const windowFunctions = lazyLibrary('user32.dll', (library) => {
  const visit = koffi.proto('int __stdcall CutoverWindowVisitor(void *window, intptr_t value)');
  return {
    visit,
    EnumWindows: library.func(
      'int __stdcall EnumWindows(CutoverWindowVisitor *visit, intptr_t value)',
    ) as KoffiFunc<(visit: bigint, value: number) => number>,
    IsWindowVisible: library.func('int __stdcall IsWindowVisible(void *window)') as KoffiFunc<
      (window: Pointer) => number
    >,
    GetWindowThreadProcessId: library.func(
      'uint32 __stdcall GetWindowThreadProcessId(void *window, void *process)',
    ) as KoffiFunc<(window: Pointer, process: Uint32Array) => number>,
    GetWindowRect: library.func(
      'int __stdcall GetWindowRect(void *window, void *rectangle)',
    ) as KoffiFunc<(window: Pointer, rectangle: Int32Array) => number>,
    GetClassNameW: library.func(
      'int __stdcall GetClassNameW(void *window, void *name, int size)',
    ) as KoffiFunc<(window: Pointer, name: Buffer, size: number) => number>,
    /** Takes three arguments. With so few, a call through the FFI library never comes back under Wine; the others are passed over. */
    InternalGetWindowText: library.func(
      'int __stdcall InternalGetWindowText(void *window, void *text, int size, intptr_t a, intptr_t b)',
    ) as KoffiFunc<(window: Pointer, text: Buffer, size: number, a: 0, b: 0) => number>,
  };
});

/** A window that stands on the desktop by itself. */
export interface TopWindow {
  readonly pid: number;
  /** As its program wrote it; any text, and often empty. */
  readonly title: string;
}

/** More are not looked at; a desktop has some hundreds. */
const mostWindows = 10_000;
const longestTitle = 256;
/** Of a program without windows of its own, which asks nothing by it. */
const consoleClass = 'ConsoleWindowClass';

/**
 * The visible windows with an area on the desktop of this process, the topmost first, of the processes asked for. Those of
 * another desktop or session are not among them: Windows tells nobody there.
 */
export function topWindowsOf(pids: ReadonlySet<number>): readonly TopWindow[] {
  const handles = allTopWindows();
  return handles.flatMap((window) => {
    const pid = ownerOf(window);
    if (!pids.has(pid) || !isShown(window)) return [];
    return [{ pid, title: titleOf(window) }];
  });
}

let found: Pointer[] = [];
let visitor: bigint | undefined;

/** The visitor is made once: what is handed to Windows by the library is never given back. */
function allTopWindows(): readonly Pointer[] {
  const { EnumWindows, visit } = windowFunctions();
  visitor ??= koffi.register((window: Pointer) => {
    found.push(window);
    return found.length < mostWindows ? 1 : 0;
  }, koffi.pointer(visit));
  found = [];
  EnumWindows(visitor, 0);
  return found;
}

function ownerOf(window: Pointer): number {
  const process = new Uint32Array(1);
  windowFunctions().GetWindowThreadProcessId(window, process);
  return process[0] ?? 0;
}

function isShown(window: Pointer): boolean {
  const { IsWindowVisible, GetWindowRect } = windowFunctions();
  if (IsWindowVisible(window) === 0) return false;
  const rectangle = new Int32Array(4);
  if (GetWindowRect(window, rectangle) === 0) return false;
  const [left = 0, top = 0, right = 0, bottom = 0] = rectangle;
  return right > left && bottom > top && classOf(window) !== consoleClass;
}

function classOf(window: Pointer): string {
  const name = Buffer.alloc(longestTitle * 2);
  return fromWide(name, windowFunctions().GetClassNameW(window, name, longestTitle));
}

function titleOf(window: Pointer): string {
  const text = Buffer.alloc(longestTitle * 2);
  return fromWide(text, windowFunctions().InternalGetWindowText(window, text, longestTitle, 0, 0));
}
