import type { GuideSnapshot } from '../../shared/contract/guide.ts';

/**
 * Replies and events may overtake each other; the one with the higher revision is shown. The same one again is
 * nothing to draw anew.
 */
export function newestSnapshot(known: GuideSnapshot | null, arrived: GuideSnapshot): GuideSnapshot {
  return known !== null && known.revision >= arrived.revision ? known : arrived;
}
