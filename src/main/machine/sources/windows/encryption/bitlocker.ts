import {
  type BitLocker,
  bitLockerNotInstalled,
  bitLockerProperties,
  bitLockerSign,
  withUntold,
} from './bitlocker-signs.ts';
import type { Gap } from '../../../../../shared/domain/section.ts';
import { serviceStatus } from '../../../windows/ffi/service-control.ts';
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
  return isNotInstalled(read) ? bitLockerNotInstalled : withUntold(read, systemDrive);
}

/** `ERROR_SERVICE_DOES_NOT_EXIST`. */
const noSuchService = 1060;

/** A server has BitLocker only as a feature, and without it neither the place in WMI nor the service (observed: mondoohq/mql). */
function isNotInstalled({ items, gaps }: BitLocker): boolean {
  const isMissing = items.length === 0 && gaps.some(({ detail }) => isInvalidNamespace(detail));
  if (!isMissing) return false;
  const service = serviceStatus('BDESVC');
  return 'code' in service && service.code === noSuchService;
}

function isInvalidNamespace(detail: Gap['detail']): boolean {
  return JSON.stringify(detail).includes('WBEM_E_INVALID_NAMESPACE');
}
