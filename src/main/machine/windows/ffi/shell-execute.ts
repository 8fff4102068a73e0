import type { KoffiFunc } from 'koffi';
import { kernel32 } from './kernel32.ts';
import { addressOf, lazyLibrary, type Pointer } from './library.ts';
import { toWide } from './wide-string.ts';

/** Source: Microsoft, Windows SDK header `shellapi.h`. */
const shell32 = lazyLibrary('shell32.dll', (library) => ({
  ShellExecuteExW: library.func('int __stdcall ShellExecuteExW(void *info)') as KoffiFunc<
    (info: Buffer) => number
  >,
}));

/** What the shell is to start. */
export interface ShellStart {
  /** `runas` asks the person for the rights of an administrator. */
  readonly verb: 'runas' | 'open';
  /** Full path. */
  readonly program: string;
  /** As they stand on a command line. */
  readonly parameters: string;
  readonly folder: string;
  /** Without a window of its own, as a program for consoles would get one. */
  readonly hidden: boolean;
  /** The window that a question of Windows belongs to; null where there is none. */
  readonly owner: Pointer;
}

/** `process` is to be closed by the caller; null where the shell handed the start to a process that was running already. */
export type ShellStarted =
  | { readonly ok: true; readonly process: Pointer }
  | { readonly ok: false; readonly error: number };

/** `SHELLEXECUTEINFOW` of 64-bit Windows: its size, and where its fields lie. */
const info = {
  size: 112,
  mask: 4,
  owner: 8,
  verb: 16,
  program: 24,
  parameters: 32,
  folder: 40,
  show: 48,
  process: 104,
} as const;

/** `SEE_MASK_NOCLOSEPROCESS`, `SEE_MASK_NOASYNC`, `SEE_MASK_FLAG_NO_UI`: the process back, and no boxes of the shell's. */
const flags = 0x40 | 0x100 | 0x400;
const show = { nothing: 0, normal: 1 } as const;

/**
 * Lets the shell start a program, and waits until the person has answered what Windows asks. To be called on the main
 * thread, which is the one that the shell's extensions expect (Microsoft: `ShellExecuteExW`, remarks).
 */
export function startByShell({
  verb,
  program,
  parameters,
  folder,
  hidden,
  owner,
}: ShellStart): ShellStarted {
  const texts = [verb, program, parameters, folder].map(toWide);
  const request = Buffer.alloc(info.size);
  request.writeUInt32LE(info.size, 0);
  request.writeUInt32LE(flags, info.mask);
  request.writeBigUInt64LE(owner ?? 0n, info.owner);
  for (const [index, at] of [info.verb, info.program, info.parameters, info.folder].entries())
    request.writeBigUInt64LE(addressOf(texts[index] ?? Buffer.alloc(2)), at);
  request.writeInt32LE(hidden ? show.nothing : show.normal, info.show);
  if (shell32().ShellExecuteExW(request) === 0)
    return { ok: false, error: kernel32().GetLastError() };
  const process = request.readBigUInt64LE(info.process);
  return { ok: true, process: process === 0n ? null : process };
}
