import type { Texts } from '../../../shared/i18n/message.ts';

export const stepFactsTexts = {
  details: {
    en: 'What it said',
    es: 'Lo que dijo',
    de: 'Was es meldete',
    fr: 'Ce qu’il a dit',
    'pt-BR': 'O que informou',
    ru: 'Что сообщила программа',
  },
  exitCode: {
    en: 'Exit code',
    es: 'Código de salida',
    de: 'Rückgabecode',
    fr: 'Code de sortie',
    'pt-BR': 'Código de saída',
    ru: 'Код завершения',
  },
  command: {
    en: 'Command',
    es: 'Orden',
    de: 'Befehl',
    fr: 'Commande',
    'pt-BR': 'Comando',
    ru: 'Команда',
  },
  log: {
    en: 'Log',
    es: 'Registro',
    de: 'Protokoll',
    fr: 'Journal',
    'pt-BR': 'Log',
    ru: 'Журнал',
  },
  timeLimit: {
    en: 'Time limit',
    es: 'Tiempo límite',
    de: 'Zeitgrenze',
    fr: 'Délai',
    'pt-BR': 'Tempo limite',
    ru: 'Предел времени',
  },
} as const satisfies Texts;
