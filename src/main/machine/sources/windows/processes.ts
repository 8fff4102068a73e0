import { message } from '../../../../shared/domain/message.ts';
import type { Process } from '../../../../shared/domain/inventory/processes.ts';
import { type Gap, readSection, unreadableSection } from '../../../../shared/domain/section.ts';
import { isInvalidHandle, kernel32 } from '../../windows/ffi/kernel32.ts';
import { fromWide, wideAt } from '../../windows/ffi/wide-string.ts';
import { win32 } from '../../windows/ffi/win32-error.ts';
import { windowsGap } from '../../windows/system/windows-gap.ts';

const snapshotOfProcesses = 0x2;
/** `PROCESSENTRY32W` in its 64-bit layout. Source: Microsoft, Windows SDK header `tlhelp32.h`. */
const entrySize = 568;

/** All running processes, with the paths of those that may be asked. */
export function collectProcesses() {
  const entries = readEntries();
  if (typeof entries === 'number') return unreadableSection(windowsGap('processes', entries));
  const denied: string[] = [];
  const processes = entries.map((entry) => {
    const path = readPath(entry.pid);
    if (path === win32.accessDenied && !isMinimal(entry))
      denied.push(`${entry.name} (${entry.pid})`);
    return { ...entry, path: typeof path === 'string' ? path : null };
  });
  return readSection(processes, denied.length > 0 ? [deniedGap(denied)] : []);
}

function readEntries(): Omit<Process, 'path'>[] | number {
  const { CreateToolhelp32Snapshot, Process32FirstW, Process32NextW, GetLastError, CloseHandle } =
    kernel32();
  const snapshot = CreateToolhelp32Snapshot(snapshotOfProcesses, 0);
  if (isInvalidHandle(snapshot)) return GetLastError();
  const entry = Buffer.alloc(entrySize);
  entry.writeUInt32LE(entrySize, 0);
  const entries: Omit<Process, 'path'>[] = [];
  for (
    let more = Process32FirstW(snapshot, entry);
    more !== 0;
    more = Process32NextW(snapshot, entry)
  ) {
    entries.push(parseEntry(entry));
  }
  const end = GetLastError();
  CloseHandle(BigInt(snapshot));
  return end === win32.noMoreFiles ? entries : end;
}

function parseEntry(entry: Buffer): Omit<Process, 'path'> {
  return {
    pid: entry.readUInt32LE(8),
    parentPid: entry.readUInt32LE(32),
    name: wideAt(entry, 44),
  };
}

/** Processes of the kernel that have no program, on every computer with current Windows; System, number 4, starts them. */
const minimal: readonly string[] = ['Registry', 'Memory Compression', 'Secure System'];

/** Whether a process is one of them, and not one that only has its name. */
export function isMinimal({ name, parentPid }: Pick<Process, 'name' | 'parentPid'>): boolean {
  return parentPid <= 4 && minimal.includes(name);
}

const queryLimitedInformation = 0x1000;
/** Longest path of Windows, in characters. */
const longestPath = 32_768;
const pathBuffer = Buffer.alloc(longestPath * 2);

/** The path of a program, or the number of the error. Processes of the kernel itself have no path. */
function readPath(pid: number): string | number {
  const { OpenProcess, QueryFullProcessImageNameW, GetLastError, CloseHandle } = kernel32();
  if (pid <= 4) return win32.fileNotFound;
  const handle = OpenProcess(queryLimitedInformation, 0, pid);
  if (handle === null) return GetLastError();
  const length = new Uint32Array([longestPath]);
  const read = QueryFullProcessImageNameW(handle, 0, pathBuffer, length);
  const error = read === 0 ? GetLastError() : win32.success;
  CloseHandle(handle);
  return read === 0 ? error : fromWide(pathBuffer, length[0] ?? 0);
}

function deniedGap(denied: readonly string[]): Gap {
  const gap = windowsGap('paths of processes', win32.accessDenied);
  return { ...gap, detail: message('gap.knownByName', { why: gap.detail, names: denied }) };
}
