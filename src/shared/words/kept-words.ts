import type { Kept } from '../domain/plan.ts';
import type { Translated } from '../i18n/message.ts';

/** Why a product that was found stays. */
export const keptWords = {
  notChosen: {
    en: 'You did not choose it, so it stays.',
    es: 'No lo ha elegido, así que se queda.',
    de: 'Sie haben es nicht ausgewählt, also bleibt es.',
    fr: 'Vous ne l’avez pas choisi, il reste donc.',
    'pt-BR': 'Você não o escolheu, então ele fica.',
    ru: 'Вы его не выбрали, поэтому он остаётся.',
  },
  notProven: {
    en: 'There are signs of it, but no proof. Cutover removes only what is proven; look for it in the Windows settings under Apps.',
    es: 'Hay indicios, pero ninguna prueba. Cutover solo elimina lo demostrado; búsquelo en la configuración de Windows, en Aplicaciones.',
    de: 'Es gibt Anzeichen, aber keinen Beweis. Cutover entfernt nur Bewiesenes; suchen Sie es in den Windows-Einstellungen unter „Apps“.',
    fr: 'Il y a des signes, mais aucune preuve. Cutover ne supprime que ce qui est prouvé ; cherchez-le dans les paramètres Windows, sous Applications.',
    'pt-BR':
      'Há sinais dele, mas nenhuma prova. O Cutover remove só o que está provado; procure-o nas configurações do Windows, em Aplicativos.',
    ru: 'Есть признаки, но нет доказательств. Cutover удаляет только доказанное; поищите его в параметрах Windows, раздел «Приложения».',
  },
  noSafeWay: {
    en: 'There is no safe way to remove it from here.',
    es: 'No hay una forma segura de eliminarlo desde aquí.',
    de: 'Es gibt von hier aus keinen sicheren Weg, es zu entfernen.',
    fr: 'Il n’y a pas de moyen sûr de le supprimer d’ici.',
    'pt-BR': 'Não há um modo seguro de removê-lo daqui.',
    ru: 'Безопасно удалить его отсюда нельзя.',
  },
  leftover: {
    en: 'This is what remains of a product that is gone. It does nothing by itself and stays.',
    es: 'Son restos de un producto que ya no está. No hace nada por sí mismo y se queda.',
    de: 'Das ist der Rest eines entfernten Produkts. Er tut von selbst nichts und bleibt.',
    fr: 'Ce sont les traces d’un produit disparu. Elles ne font rien et restent.',
    'pt-BR': 'São vestígios de um produto que já saiu. Não fazem nada sozinhos e ficam.',
    ru: 'Это следы удалённой программы. Сами по себе они ничего не делают и остаются.',
  },
  notKaspersky: {
    en: 'It is from another company and may be what protects you. It stays.',
    es: 'Es de otra empresa y puede ser lo que le protege. Se queda.',
    de: 'Es stammt von einer anderen Firma und schützt Sie vielleicht. Es bleibt.',
    fr: 'Il vient d’une autre société et vous protège peut-être. Il reste.',
    'pt-BR': 'É de outra empresa e pode ser o que protege você. Ele fica.',
    ru: 'Это программа другой компании; возможно, она вас защищает. Она остаётся.',
  },
} as const satisfies Readonly<Record<Kept['reason'], Translated>>;
