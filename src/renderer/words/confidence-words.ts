import type { Confidence } from '../../shared/domain/finding.ts';
import type { Translated } from '../../shared/i18n/message.ts';

/** How sure it is that a product is there. */
export const confidenceWords = {
  proven: {
    en: 'Certain',
    es: 'Seguro',
    de: 'Sicher',
    fr: 'Certain',
    'pt-BR': 'Certo',
    ru: 'Точно',
  },
  likely: {
    en: 'Likely',
    es: 'Probable',
    de: 'Wahrscheinlich',
    fr: 'Probable',
    'pt-BR': 'Provável',
    ru: 'Вероятно',
  },
  hint: {
    en: 'Only a hint',
    es: 'Solo un indicio',
    de: 'Nur ein Hinweis',
    fr: 'Simple indice',
    'pt-BR': 'Só um indício',
    ru: 'Только признак',
  },
} as const satisfies Readonly<Record<Confidence, Translated>>;
