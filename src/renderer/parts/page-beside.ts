import type { GuideSnapshot } from '../../shared/contract/guide.ts';
import type { GuidePage } from '../../shared/contract/guide-pages.ts';

/** The page before or behind the one that is shown; the way leaves out what is not needed. */
export function pageBeside(
  { pages, page }: Pick<GuideSnapshot, 'pages' | 'page'>,
  which: 'before' | 'after',
): GuidePage | undefined {
  const here = pages.findIndex((each) => each.page === page);
  return pages[which === 'before' ? here - 1 : here + 1]?.page;
}
