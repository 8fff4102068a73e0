import { closestRealLanguage, type Language } from '../../shared/domain/languages.ts';

/** What a person answers who closes the window in the middle of a removal. */
export type CloseAnswer = 'stay' | 'goOn' | 'cancelRemoval';

interface Words {
  readonly question: string;
  readonly detail: string;
  readonly stay: string;
  readonly goOn: string;
  readonly cancelRemoval: string;
}

/** The order of the buttons; the first is what Enter and Escape give. */
export const closeAnswers: readonly CloseAnswer[] = ['stay', 'goOn', 'cancelRemoval'];

/** The question as a dialogue of the system takes it, in the language of the window. */
export function closeQuestion(language: string) {
  const ours = words[closestRealLanguage(language)];
  return {
    type: 'question' as const,
    title: 'Cutover',
    message: ours.question,
    detail: ours.detail,
    buttons: closeAnswers.map((answer) => ours[answer]),
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    question: 'A removal is going on.',
    detail:
      'It can go on without the window, and the window opens again when it has ended. Cancelling takes effect as soon as that is safe.',
    stay: 'Keep the window open',
    goOn: 'Close the window, keep removing',
    cancelRemoval: 'Cancel the removal',
  },
  de: {
    question: 'Eine Entfernung läuft gerade.',
    detail:
      'Sie kann ohne das Fenster weiterlaufen; es öffnet sich wieder, wenn sie beendet ist. Ein Abbruch wirkt, sobald das sicher ist.',
    stay: 'Fenster offen lassen',
    goOn: 'Fenster schließen, weiter entfernen',
    cancelRemoval: 'Entfernung abbrechen',
  },
  es: {
    question: 'Hay una eliminación en curso.',
    detail:
      'Puede continuar sin la ventana, que se abrirá de nuevo cuando termine. La cancelación surte efecto en cuanto sea seguro.',
    stay: 'Dejar la ventana abierta',
    goOn: 'Cerrar la ventana y seguir eliminando',
    cancelRemoval: 'Cancelar la eliminación',
  },
  fr: {
    question: 'Une suppression est en cours.',
    detail:
      "Elle peut continuer sans la fenêtre, qui s'ouvrira de nouveau à la fin. L'annulation prend effet dès que c'est sans danger.",
    stay: 'Garder la fenêtre ouverte',
    goOn: 'Fermer la fenêtre et continuer',
    cancelRemoval: 'Annuler la suppression',
  },
  'pt-BR': {
    question: 'Uma remoção está em andamento.',
    detail:
      'Ela pode continuar sem a janela, que se abre de novo quando terminar. O cancelamento vale assim que for seguro.',
    stay: 'Manter a janela aberta',
    goOn: 'Fechar a janela e continuar removendo',
    cancelRemoval: 'Cancelar a remoção',
  },
  ru: {
    question: 'Идёт удаление.',
    detail:
      'Оно может продолжаться без окна; окно откроется снова, когда удаление закончится. Отмена подействует, как только это будет безопасно.',
    stay: 'Оставить окно открытым',
    goOn: 'Закрыть окно и продолжать удаление',
    cancelRemoval: 'Отменить удаление',
  },
};
