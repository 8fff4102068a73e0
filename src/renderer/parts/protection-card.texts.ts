import type { Texts } from '../../shared/i18n/message.ts';

export const protectionCardTexts = {
  by: {
    en: 'By {products}',
    es: 'Por {products}',
    de: 'Durch {products}',
    fr: 'Par {products}',
    'pt-BR': 'Por {products}',
    ru: 'Защищает {products}',
  },
} as const satisfies Texts;
