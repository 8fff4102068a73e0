import type { Translator } from '../../shared/words/translator.ts';

/** What the system's error box says when the window does not come up: there is no page to say it. */
export function startFailure({ t }: Translator, detail: string) {
  return {
    title: t('desktop.startFailure.title'),
    content: `${t('desktop.startFailure.advice')}\n\n${detail}`,
  };
}
