import {
  type BitLocker,
  bitLockerProperties,
  bitLockerSign,
  withUntold,
} from './bitlocker-signs.ts';
import { readWmi } from '../../../windows/com/read-wmi.ts';

/**
 * Asks Windows about BitLocker on each volume, which needs administrator rights. `systemDrive` is like `C:`, null
 * when it is not known. Microsoft: win32 docs, "Win32_EncryptableVolume class"; there `ConversionStatus` is only what
 * a method answers, and current Windows has it as a property as well.
 */
export async function collectBitLocker(
  systemDrive: string | null,
  limitMs: number,
): Promise<BitLocker> {
  const read = await readWmi({
    namespace: 'ROOT\\CIMV2\\Security\\MicrosoftVolumeEncryption',
    classes: ['Win32_EncryptableVolume'],
    properties: bitLockerProperties,
    itemsOf: (row) => [bitLockerSign(row)],
    limitMs,
  });
  return withUntold(read, systemDrive);
}
