import type { GuideSnapshot } from '../../../shared/contract/guide.ts';
import type { Protection } from '../../../shared/domain/protection/protection.ts';

/** What was last seen of the protection: after the removal if there was one, else before it. */
export function protectionNow({ run, scan }: GuideSnapshot): Protection | null {
  if (run.state === 'ended' && run.record.protection !== null) return run.record.protection;
  return scan.state === 'done' ? scan.protection : null;
}
