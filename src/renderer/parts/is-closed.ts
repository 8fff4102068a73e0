import type { GuideSnapshot } from '../../shared/contract/guide.ts';
import type { GuidePage } from '../../shared/contract/guide-pages.ts';

/** Whether a page cannot be gone to now, as the guide says. */
export function isClosed(page: GuidePage, { pages }: GuideSnapshot): boolean {
  return pages.some((each) => each.page === page && each.closed !== null);
}
