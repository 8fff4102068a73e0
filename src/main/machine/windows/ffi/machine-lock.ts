import type { KoffiFunc } from 'koffi';
import { isInvalidHandle, kernel32 } from './kernel32.ts';
import { lazyLibrary, type Pointer } from './library.ts';
import { toWide } from './wide-string.ts';

/** Source: Microsoft, Windows SDK headers `namedpipeapi.h`, `handleapi.h`. */
const lockFunctions = lazyLibrary('kernel32.dll', (library) => ({
  CreateNamedPipeW: library.func(
    'intptr_t __stdcall CreateNamedPipeW(void *name, uint32 open, uint32 mode, uint32 most, uint32 out, uint32 in, uint32 timeout, void *security)',
  ) as KoffiFunc<
    (
      name: Buffer,
      open: number,
      mode: number,
      most: number,
      out: number,
      into: number,
      timeout: number,
      security: null,
    ) => number | bigint
  >,
  DuplicateHandle: library.func(
    'int __stdcall DuplicateHandle(intptr_t from, intptr_t handle, void *to, void *copy, uint32 access, int inherit, uint32 options)',
  ) as KoffiFunc<
    (
      from: number,
      handle: number | bigint,
      to: Pointer,
      copy: null,
      access: number,
      inherit: number,
      options: number,
    ) => number
  >,
}));

const inboundFirstInstance = 0x1 | 0x80000;
const rejectRemoteClients = 0x8;
const oneInstance = 1;
const currentProcess = -1;
const duplicateHandle = 0x40;
const sameAccess = 2;

/**
 * A lock of the whole machine. It is held by every process that has its handle, so it ends with the last of them in
 * whatever way that ends, and no process id or clock has to be believed.
 */
export interface MachineLock {
  /** Lets another process hold it too, without its knowledge. One that protects itself does not. */
  shareWith(pid: number): void;
}

/**
 * Takes a lock; null while somebody holds it. It is a named pipe that nobody speaks through, in the place where only
 * administrators can make one, so that nobody else can take it first. Source: Microsoft, win32 docs, "Named Pipe
 * Security"; the prefix is how WireGuard and containerd protect theirs.
 */
export function takeMachineLock(name: string): MachineLock | null {
  const pipe = lockFunctions().CreateNamedPipeW(
    toWide(`\\\\.\\pipe\\ProtectedPrefix\\Administrators\\${name}`),
    inboundFirstInstance,
    rejectRemoteClients,
    oneInstance,
    0,
    0,
    0,
    null,
  );
  return isInvalidHandle(pipe) ? null : { shareWith: (pid) => share(pipe, pid) };
}

function share(pipe: number | bigint, pid: number): void {
  const { OpenProcess, CloseHandle } = kernel32();
  const process = OpenProcess(duplicateHandle, 0, pid);
  if (process === null) return;
  lockFunctions().DuplicateHandle(currentProcess, pipe, process, null, 0, 0, sameAccess);
  CloseHandle(process);
}
