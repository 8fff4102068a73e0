import type { KeptThing, QuarantineWork } from '../../../shared/contract/quarantine-view.ts';
import type { WindowWords } from '../../../shared/words/translator.ts';

/** What is being done with what was cleaned up, or came of it; null where nothing was asked for, or it did not work. */
export function workWords(work: QuarantineWork, { t, size }: WindowWords): string | null {
  switch (work.state) {
    case 'puttingBack':
      return t('page.quarantine.puttingBack');
    case 'deleting':
      return t('page.quarantine.deleting');
    case 'putBack':
      return t(`outcome.${work.record.outcome ?? 'cancelled'}.title`);
    case 'deleted': {
      const { count, bytes } = work;
      return t('page.quarantine.deleted', { count, size: size(bytes) });
    }
    case 'notBegun':
    case 'failed':
      return null;
  }
}

/** How many things there are, and how much room they take where that is known. */
export function amountWords(things: readonly KeptThing[], { t, size }: WindowWords): string {
  const { length: count } = things;
  const bytes = things.reduce((sum, each) => sum + (each.bytes ?? 0), 0);
  return bytes === 0
    ? t('page.quarantine.amount', { count })
    : t('page.quarantine.amountWithSize', { count, size: size(bytes) });
}
