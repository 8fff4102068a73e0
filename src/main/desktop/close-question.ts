import type { Translator } from '../../shared/words/translator.ts';

/** What a person answers who closes the window in the middle of a removal. */
export type CloseAnswer = 'stay' | 'goOn' | 'cancelRemoval';

/** The order of the buttons; the first is what Enter and Escape give. */
export const closeAnswers: readonly CloseAnswer[] = ['stay', 'goOn', 'cancelRemoval'];

/** The question as a dialogue of the system takes it. */
export function closeQuestion({ t }: Translator) {
  return {
    type: 'question' as const,
    title: 'Cutover',
    message: t('desktop.close.question'),
    detail: t('desktop.close.detail'),
    buttons: closeAnswers.map((answer) => t(`desktop.close.${answer}`)),
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
}

/** What is asked when the page does not answer; the first button is what Enter and Escape give. */
export function hangingQuestion({ t }: Translator) {
  return {
    type: 'warning' as const,
    title: 'Cutover',
    message: t('desktop.hanging.question'),
    detail: t('desktop.hanging.detail'),
    buttons: [t('desktop.hanging.wait'), t('desktop.hanging.reload')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
}
