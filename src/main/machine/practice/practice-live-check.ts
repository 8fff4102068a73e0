import { message } from '../../../shared/domain/message.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { LiveCheckResult } from '../../../shared/domain/protection/live-check.ts';

/** On a practice computer whoever is on in Windows Security recognises both samples. */
export function practiceLiveCheck(inventory: Inventory): LiveCheckResult {
  const protects = inventory.securityProducts.items.some(
    ({ provider, state }) => provider === 'antivirus' && state === 'on',
  );
  return {
    checkedAt: new Date().toISOString(),
    amsi: {
      outcome: protects ? 'detected' : 'notDetected',
      result: protects ? 32_768 : 1,
      controlResult: 1,
      failure: null,
      durationMs: 180,
      detail: message(protects ? 'liveCheck.amsi.detected' : 'liveCheck.amsi.notDetected'),
    },
    eicar: {
      outcome: protects ? 'detected' : 'notDetected',
      reaction: protects ? 'removed' : 'none',
      errorCode: protects ? 2 : null,
      file: 'C:\\Users\\Marta\\AppData\\Local\\Temp\\cutover-live-check-4120-Qw3rTy\\cutover-test-file.com',
      looks: protects ? 2 : 60,
      durationMs: protects ? 430 : 15_000,
      cleanedUp: true,
      detail: message(protects ? 'liveCheck.eicar.removed' : 'liveCheck.eicar.none'),
    },
  };
}
