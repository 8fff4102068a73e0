import type { Translator } from '../../shared/words/translator.ts';

/** What is said when the window does not come up: there is no page to say it. */
export function startFailure({ t }: Translator, detail: string) {
  return {
    title: t('desktop.startFailure.title'),
    content: `${t('desktop.startFailure.advice')}\n\n${detail}`,
  };
}

/** What is said when the program has to end although it was up. */
export function defectFound({ t }: Translator, detail: string) {
  return {
    title: t('desktop.defect.title'),
    content: `${t('desktop.defect.advice')}\n\n${detail}`,
  };
}

/** What is said when no page stays up; `command` is how to go on without a window. */
export function lostWindow({ t }: Translator, command: string, detail: string) {
  return {
    title: t('desktop.lostWindow.title'),
    content: `${t('desktop.lostWindow.advice', { command })}\n\n${detail}`,
  };
}
