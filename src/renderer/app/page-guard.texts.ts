import type { Texts } from '../../shared/i18n/message.ts';

export const pageGuardTexts = {
  heading: {
    en: 'This page could not be shown',
    es: 'No se pudo mostrar esta página',
    de: 'Diese Seite ließ sich nicht anzeigen',
    fr: 'Cette page n’a pas pu être affichée',
    'pt-BR': 'Não foi possível mostrar esta página',
    ru: 'Эту страницу не удалось показать',
  },
  lead: {
    en: 'That is a mistake in Cutover, not on your computer. Whatever was under way goes on, and nothing is lost. Show the page again; if that does not help, close Cutover and open it again.',
    es: 'Es un error de Cutover, no de su equipo. Lo que estaba en curso sigue adelante y no se ha perdido nada. Vuelva a mostrar la página; si no sirve, cierre Cutover y ábralo de nuevo.',
    de: 'Das ist ein Fehler in Cutover, nicht an Ihrem Computer. Was im Gange war, läuft weiter, und nichts ist verloren. Zeigen Sie die Seite noch einmal an; hilft das nicht, schließen Sie Cutover und öffnen Sie es neu.',
    fr: 'C’est une erreur de Cutover, pas de votre ordinateur. Ce qui était en cours continue et rien n’est perdu. Affichez de nouveau la page ; si cela ne suffit pas, fermez Cutover et rouvrez-le.',
    'pt-BR':
      'É um erro do Cutover, não do seu computador. O que estava em andamento continua e nada se perdeu. Mostre a página de novo; se não adiantar, feche o Cutover e abra outra vez.',
    ru: 'Это ошибка Cutover, а не вашего компьютера. То, что выполнялось, продолжается, и ничего не потеряно. Покажите страницу ещё раз; если это не поможет, закройте Cutover и откройте снова.',
  },
  again: {
    en: 'Show the page again',
    es: 'Volver a mostrar la página',
    de: 'Seite noch einmal anzeigen',
    fr: 'Afficher de nouveau la page',
    'pt-BR': 'Mostrar a página de novo',
    ru: 'Показать страницу ещё раз',
  },
} as const satisfies Texts;
