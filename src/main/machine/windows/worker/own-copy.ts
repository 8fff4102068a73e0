import { message, type Message } from '../../../../shared/domain/message.ts';
import { msi } from '../ffi/msi.ts';
import { toWide } from '../ffi/wide-string.ts';
import { win32 } from '../ffi/win32-error.ts';
import { currentUser } from '../system/elevation.ts';

/** `MSIINSTALLCONTEXT_USERUNMANAGED`: what this account installed for itself. Source: Microsoft, SDK header `msi.h`. */
const userUnmanaged = 2;

/**
 * Why a product must not be removed by its code: this account has a copy of its own, which Windows Installer may take in
 * place of the machine's, with everything that any program of the person wrote about it. Asked directly before the removal,
 * because time has passed since the plan. Null when there is none.
 */
export function refuseOwnCopy(productCode: string): Message | null {
  const found = msi().MsiEnumProductsExW(
    toWide(productCode),
    null,
    userUnmanaged,
    0,
    Buffer.alloc(2 * 39),
    new Uint32Array(1),
    Buffer.alloc(2 * 256),
    new Uint32Array([256]),
  );
  return found === win32.success
    ? message('proof.personHasToo', { who: currentUser() ?? '?' })
    : null;
}
