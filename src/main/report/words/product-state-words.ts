import type { FindingState } from '../../../shared/domain/finding.ts';
import type { Translated } from '../../../shared/i18n/message.ts';

/** How a product stands on the computer, in a word or two. */
export const productStateWords = {
  installed: {
    en: 'Installed',
    es: 'Instalado',
    de: 'Installiert',
    fr: 'Installé',
    'pt-BR': 'Instalado',
    ru: 'Установлено',
  },
  leftover: {
    en: 'Remains',
    es: 'Restos',
    de: 'Reste',
    fr: 'Traces',
    'pt-BR': 'Vestígios',
    ru: 'Следы',
  },
  portable: {
    en: 'Tool on the disk',
    es: 'Herramienta en el disco',
    de: 'Werkzeug auf der Festplatte',
    fr: 'Outil sur le disque',
    'pt-BR': 'Ferramenta no disco',
    ru: 'Утилита на диске',
  },
  gone: {
    en: 'Gone',
    es: 'Eliminado',
    de: 'Weg',
    fr: 'Disparu',
    'pt-BR': 'Removido',
    ru: 'Удалено',
  },
} as const satisfies Readonly<Record<FindingState | 'gone', Translated>>;
