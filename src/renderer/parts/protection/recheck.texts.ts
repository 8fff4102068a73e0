import type { Texts } from '../../../shared/i18n/message.ts';

export const recheckTexts = {
  again: {
    en: 'Check the protection again',
    es: 'Comprobar otra vez la protección',
    de: 'Schutz noch einmal prüfen',
    fr: 'Vérifier de nouveau la protection',
    'pt-BR': 'Verificar a proteção de novo',
    ru: 'Проверить защиту ещё раз',
  },
  running: {
    en: 'Cutover is looking …',
    es: 'Cutover está mirando…',
    de: 'Cutover sieht nach …',
    fr: 'Cutover regarde…',
    'pt-BR': 'O Cutover está olhando…',
    ru: 'Cutover смотрит…',
  },
  when: {
    en: 'For instance after you have installed another antivirus. Nothing is lost by it.',
    es: 'Por ejemplo, después de instalar otro antivirus. No se pierde nada.',
    de: 'Zum Beispiel, nachdem Sie einen anderen Virenschutz installiert haben. Dabei geht nichts verloren.',
    fr: 'Par exemple après avoir installé un autre antivirus. Rien n’est perdu.',
    'pt-BR': 'Por exemplo, depois de instalar outro antivírus. Nada se perde.',
    ru: 'Например, когда вы установили другой антивирус. При этом ничего не теряется.',
  },
  lookedAt: {
    en: 'Looked at again: {time}',
    es: 'Comprobado de nuevo: {time}',
    de: 'Noch einmal nachgesehen: {time}',
    fr: 'Vérifié de nouveau : {time}',
    'pt-BR': 'Verificado de novo: {time}',
    ru: 'Проверено снова: {time}',
  },
} as const satisfies Texts;
