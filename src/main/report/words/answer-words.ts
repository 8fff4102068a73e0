import type { Translated } from '../../../shared/i18n/message.ts';
import type { SourceAnswer } from '../../../shared/domain/protection.ts';

/** What one source says about the protection, in a word. */
export const answerWords = {
  protects: {
    en: 'Protects',
    es: 'Protege',
    de: 'Schützt',
    fr: 'Protège',
    'pt-BR': 'Protege',
    ru: 'Защищает',
  },
  doesNotProtect: {
    en: 'Does not protect',
    es: 'No protege',
    de: 'Schützt nicht',
    fr: 'Ne protège pas',
    'pt-BR': 'Não protege',
    ru: 'Не защищает',
  },
  unknown: {
    en: 'Shows nothing either way',
    es: 'No muestra ni una cosa ni la otra',
    de: 'Zeigt weder das eine noch das andere',
    fr: 'Ne montre ni l’un ni l’autre',
    'pt-BR': 'Não mostra nem uma coisa nem outra',
    ru: 'Не показывает ни того, ни другого',
  },
  notThere: {
    en: 'Not there',
    es: 'No está',
    de: 'Nicht vorhanden',
    fr: 'Absent',
    'pt-BR': 'Não está presente',
    ru: 'Отсутствует',
  },
} as const satisfies Readonly<Record<SourceAnswer, Translated>>;
