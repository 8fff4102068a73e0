import type { RunView } from '../../../shared/contract/guide.ts';
import { outcomeTitle } from '../../../shared/words/outcome-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';

/** What somebody is told who is at something else when a removal ends; null where there is nothing to tell. */
export function endNotice(
  run: RunView,
  practice: boolean,
  words: Translator,
): { readonly title: string; readonly body: string } | null {
  const { t } = words;
  const said = endWords(run, words);
  if (said === null) return null;
  const body = practice ? t('desktop.ended.practice', { text: said }) : said;
  return { title: t('desktop.ended.title'), body };
}

function endWords(run: RunView, words: Translator): string | null {
  const { t } = words;
  if (run.state === 'refused') return t('desktop.ended.refused');
  if (run.state !== 'ended' && run.state !== 'stopped') return null;
  const outcome = outcomeTitle(run.record, words);
  return outcome === null ? null : t('desktop.ended.text', { outcome });
}
