import type { Texts } from '../../../shared/i18n/message.ts';

export const protectionPhaseTexts = {
  headingAwaiting: {
    en: 'Waiting for the next antivirus …',
    es: 'Esperando al próximo antivirus…',
    de: 'Warten auf den nächsten Virenschutz …',
    fr: 'En attente du prochain antivirus…',
    'pt-BR': 'Esperando o próximo antivírus…',
    ru: 'Ожидание следующего антивируса…',
  },
  leadAwaiting: {
    en: 'Windows usually switches Microsoft Defender on by itself now. Cutover keeps looking, for up to two minutes, until something protects this computer.',
    es: 'Ahora Windows suele activar Microsoft Defender por sí solo. Cutover sigue mirando, hasta dos minutos, hasta que algo proteja este equipo.',
    de: 'Windows schaltet Microsoft Defender jetzt meist selbst ein. Cutover sieht bis zu zwei Minuten lang immer wieder nach, bis etwas diesen Computer schützt.',
    fr: 'Windows active d’habitude Microsoft Defender tout seul maintenant. Cutover continue de regarder, deux minutes au plus, jusqu’à ce que quelque chose protège cet ordinateur.',
    'pt-BR':
      'Agora o Windows costuma ativar o Microsoft Defender sozinho. O Cutover continua olhando, por até dois minutos, até que algo proteja este computador.',
    ru: 'Сейчас Windows обычно сама включает Microsoft Defender. Cutover до двух минут следит, пока компьютер что-нибудь не начнёт защищать.',
  },
  headingBringingBack: {
    en: 'Switching Microsoft Defender back on …',
    es: 'Activando de nuevo Microsoft Defender…',
    de: 'Microsoft Defender wird wieder eingeschaltet …',
    fr: 'Réactivation de Microsoft Defender…',
    'pt-BR': 'Ligando o Microsoft Defender de novo…',
    ru: 'Microsoft Defender снова включается…',
  },
  leadBringingBack: {
    en: 'Nothing protected this computer after the removal, and you allowed this. Loading updates can take some minutes.',
    es: 'Tras la eliminación nada protegía este equipo, y usted lo ha permitido. Cargar las actualizaciones puede tardar unos minutos.',
    de: 'Nach dem Entfernen schützte nichts diesen Computer, und Sie haben das erlaubt. Updates zu laden kann einige Minuten dauern.',
    fr: 'Après la suppression, rien ne protégeait cet ordinateur, et vous l’avez autorisé. Charger les mises à jour peut prendre quelques minutes.',
    'pt-BR':
      'Depois da remoção nada protegia este computador, e você permitiu isto. Carregar atualizações pode levar alguns minutos.',
    ru: 'После удаления компьютер ничто не защищало, и вы это разрешили. Загрузка обновлений может занять несколько минут.',
  },
} as const satisfies Texts;
