import { closestRealLanguage, type Language } from '../../shared/domain/languages.ts';

/** What the system's error box says when the window does not come up: there is no page to say it. */
export function startFailure(language: string, detail: string) {
  const { title, advice } = words[closestRealLanguage(language)];
  return { title, content: `${advice}\n\n${detail}` };
}

const words: Readonly<Record<Language, { readonly title: string; readonly advice: string }>> = {
  en: {
    title: 'Cutover could not start',
    advice:
      'Nothing on this computer was changed. Restart it and try again. If that does not help, show this to whoever helps you:',
  },
  es: {
    title: 'No se ha podido iniciar Cutover',
    advice:
      'No se ha cambiado nada en este equipo. Reinícielo e inténtelo de nuevo. Si no sirve, muestre esto a quien le ayude:',
  },
  de: {
    title: 'Cutover konnte nicht starten',
    advice:
      'An diesem Computer wurde nichts geändert. Starten Sie ihn neu und versuchen Sie es noch einmal. Hilft das nicht, zeigen Sie dies jemandem, der Ihnen hilft:',
  },
  fr: {
    title: 'Cutover n’a pas pu démarrer',
    advice:
      'Rien n’a changé sur cet ordinateur. Redémarrez-le et réessayez. Si cela ne suffit pas, montrez ceci à la personne qui vous aide :',
  },
  'pt-BR': {
    title: 'O Cutover não pôde iniciar',
    advice:
      'Nada foi alterado neste computador. Reinicie-o e tente de novo. Se não adiantar, mostre isto a quem ajuda você:',
  },
  ru: {
    title: 'Не удалось запустить Cutover',
    advice:
      'На этом компьютере ничего не изменено. Перезагрузите его и попробуйте снова. Если не поможет, покажите это тому, кто вам помогает:',
  },
};
