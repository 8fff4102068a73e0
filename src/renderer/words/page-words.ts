import type { GuidePage } from '../../shared/contract/guide.ts';
import type { Translated } from '../../shared/i18n/message.ts';

/** The steps of the guide, as the rail names them. */
export const pageWords = {
  welcome: {
    en: 'Welcome',
    es: 'Inicio',
    de: 'Willkommen',
    fr: 'Accueil',
    'pt-BR': 'Início',
    ru: 'Начало',
  },
  check: {
    en: 'Check',
    es: 'Comprobación',
    de: 'Prüfung',
    fr: 'Vérification',
    'pt-BR': 'Verificação',
    ru: 'Проверка',
  },
  prepare: {
    en: 'Before we start',
    es: 'Antes de empezar',
    de: 'Bevor es losgeht',
    fr: 'Avant de commencer',
    'pt-BR': 'Antes de começar',
    ru: 'Перед началом',
  },
  protection: {
    en: 'Your next antivirus',
    es: 'Su próximo antivirus',
    de: 'Ihr nächster Virenschutz',
    fr: 'Votre prochain antivirus',
    'pt-BR': 'Seu próximo antivírus',
    ru: 'Новый антивирус',
  },
  remove: {
    en: 'Remove',
    es: 'Eliminación',
    de: 'Entfernen',
    fr: 'Suppression',
    'pt-BR': 'Remoção',
    ru: 'Удаление',
  },
  restart: {
    en: 'Restart',
    es: 'Reinicio',
    de: 'Neustart',
    fr: 'Redémarrage',
    'pt-BR': 'Reinicialização',
    ru: 'Перезагрузка',
  },
  proof: { en: 'Proof', es: 'Prueba', de: 'Nachweis', fr: 'Preuve', 'pt-BR': 'Prova', ru: 'Итог' },
  report: {
    en: 'Report',
    es: 'Informe',
    de: 'Bericht',
    fr: 'Rapport',
    'pt-BR': 'Relatório',
    ru: 'Отчёт',
  },
} as const satisfies Readonly<Record<GuidePage, Translated>>;
