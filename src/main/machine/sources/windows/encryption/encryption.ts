import type { EncryptionSign } from '../../../../../shared/domain/inventory/encryption.ts';
import { type Gap, readSection } from '../../../../../shared/domain/section.ts';
import { isInvalidHandle, kernel32 } from '../../../windows/ffi/kernel32.ts';
import { toWide } from '../../../windows/ffi/wide-string.ts';
import { win32 } from '../../../windows/ffi/win32-error.ts';
import { fixedVolumes } from '../../../windows/files/fixed-volumes.ts';
import { windowsGap } from '../../../windows/system/windows-gap.ts';
import { withBackupPrivilege } from '../../../windows/system/backup-privilege.ts';
import { collectBitLocker } from './bitlocker.ts';
import { bitLockerNotAsked } from './bitlocker-signs.ts';

/**
 * Signs of encrypted disks. `traces` are files, relative to the root of a volume, that Kaspersky's disk encryption
 * leaves there; they are looked for on each fixed volume that has a letter. Whatever becomes of asking about
 * BitLocker, those that were found are told.
 */
export async function collectEncryption(
  traces: readonly string[],
  systemDrive: string | null,
  limitMs: number,
) {
  const found = lookForTraces(traces);
  const bitLocker = await collectBitLocker(systemDrive, limitMs).catch(bitLockerNotAsked);
  return readSection([...bitLocker.items, ...found.signs], [...bitLocker.gaps, ...found.gaps]);
}

function lookForTraces(traces: readonly string[]) {
  const signs: EncryptionSign[] = [];
  const gaps: Gap[] = [];
  withBackupPrivilege(() => {
    for (const volume of fixedVolumes()) {
      for (const trace of traces) lookFor(volume, trace, signs, gaps);
    }
  });
  return { signs, gaps };
}

function lookFor(volume: string, trace: string, signs: EncryptionSign[], gaps: Gap[]): void {
  const code = openForAttributes(`${volume}\\${trace}`);
  if (code === win32.fileNotFound || code === win32.pathNotFound) return;
  if (code !== win32.success) {
    gaps.push(windowsGap(`${volume}\\${trace}`, code));
    return;
  }
  signs.push({
    kind: 'kasperskyDiskEncryption',
    subject: volume,
    state: 'on',
    detail: `${volume}\\${trace}`,
  });
}

const readAttributes = 0x80;
const shareAll = 7;
const openExisting = 3;
/** Makes Windows honour the right to read past access lists. */
const backupSemantics = 0x2000000;

function openForAttributes(path: string): number {
  const { CreateFileW, CloseHandle, GetLastError } = kernel32();
  const name = toWide(path);
  const file = CreateFileW(
    name,
    readAttributes,
    shareAll,
    null,
    openExisting,
    backupSemantics,
    null,
  );
  if (isInvalidHandle(file)) return GetLastError();
  CloseHandle(BigInt(file));
  return win32.success;
}
