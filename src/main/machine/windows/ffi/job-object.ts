import type { KoffiFunc } from 'koffi';
import { lazyLibrary, type Pointer } from './library.ts';

/** Source: Microsoft, Windows SDK headers `jobapi.h`, `jobapi2.h`, `winnt.h`. */
const jobFunctions = lazyLibrary('kernel32.dll', (library) => ({
  CreateJobObjectW: library.func(
    'void * __stdcall CreateJobObjectW(void *security, void *name)',
  ) as KoffiFunc<(security: null, name: null) => Pointer>,
  AssignProcessToJobObject: library.func(
    'int __stdcall AssignProcessToJobObject(void *job, intptr_t process)',
  ) as KoffiFunc<(job: Pointer, process: number) => number>,
  QueryInformationJobObject: library.func(
    'int __stdcall QueryInformationJobObject(void *job, int kind, void *information, uint32 size, void *written)',
  ) as KoffiFunc<
    (job: Pointer, kind: number, information: Buffer, size: number, written: null) => number
  >,
}));

const currentProcess = -1;
const basicProcessIdList = 3;
const headerBytes = 8;

/**
 * Puts this process into a new job, so that every process it starts from now on belongs to the job as well, with
 * all their descendants and without a moment in which one could slip out. The job has no limits: nothing
 * ends when its handle is closed. Null when Windows refuses. Source: Microsoft, win32 docs, "Nested Jobs".
 */
export function enterNewJob(): Pointer {
  const { CreateJobObjectW, AssignProcessToJobObject } = jobFunctions();
  const job = CreateJobObjectW(null, null);
  if (job === null || AssignProcessToJobObject(job, currentProcess) === 0) return null;
  return job;
}

/** Ids of the processes that are alive in the job, this one included. */
export function processIdsOfJob(job: Pointer): number[] {
  for (let room = 64; ; room *= 2) {
    const list = Buffer.alloc(headerBytes + room * 8);
    const complete = jobFunctions().QueryInformationJobObject(
      job,
      basicProcessIdList,
      list,
      list.length,
      null,
    );
    const assigned = list.readUInt32LE(0);
    // Windows fails the call for want of room and says how many there are; a plain failure says none.
    if (complete === 0 && assigned === 0)
      throw new Error('The processes of the job could not be listed.');
    if (assigned <= room) return idsIn(list, list.readUInt32LE(4));
  }
}

function idsIn(list: Buffer, count: number): number[] {
  return Array.from({ length: count }, (_, index) =>
    Number(list.readBigUInt64LE(headerBytes + index * 8)),
  );
}
