import type { ProtectionAction } from '../domain/action.ts';
import type { Translated } from '../i18n/message.ts';

/** What is done to bring Microsoft Defender back. */
export const restoreStepWords = {
  removeRegistryValue: {
    en: 'Take away the setting that switches it off',
    es: 'Quitar el ajuste que lo desactiva',
    de: 'Die Einstellung wegnehmen, die ihn ausschaltet',
    fr: 'Retirer le réglage qui le désactive',
    'pt-BR': 'Retirar a configuração que o desliga',
    ru: 'Убрать настройку, которая его выключает',
  },
  setServiceStart: {
    en: 'Let Windows start its service again',
    es: 'Permitir que Windows inicie de nuevo su servicio',
    de: 'Windows seinen Dienst wieder starten lassen',
    fr: 'Laisser Windows redémarrer son service',
    'pt-BR': 'Deixar o Windows iniciar o serviço dele de novo',
    ru: 'Снова разрешить Windows запускать его службу',
  },
  startService: {
    en: 'Start Microsoft Defender',
    es: 'Iniciar Microsoft Defender',
    de: 'Microsoft Defender starten',
    fr: 'Démarrer Microsoft Defender',
    'pt-BR': 'Iniciar o Microsoft Defender',
    ru: 'Запустить Microsoft Defender',
  },
  updateDefenderSignatures: {
    en: 'Load its newest updates',
    es: 'Cargar sus actualizaciones más recientes',
    de: 'Seine neuesten Updates laden',
    fr: 'Charger ses dernières mises à jour',
    'pt-BR': 'Carregar as atualizações mais recentes dele',
    ru: 'Загрузить его последние обновления',
  },
} as const satisfies Readonly<Record<ProtectionAction['kind'], Translated>>;
