import type { Texts } from '../../shared/i18n/message.ts';

export const evidenceTexts = {
  showAll: {
    en: { one: 'Show the one reason', other: 'Show all {count} reasons' },
    es: { one: 'Mostrar la razón', other: 'Mostrar las {count} razones' },
    de: { one: 'Den Grund zeigen', other: 'Alle {count} Gründe zeigen' },
    fr: { one: 'Afficher la raison', other: 'Afficher les {count} raisons' },
    'pt-BR': { one: 'Mostrar a razão', other: 'Mostrar as {count} razões' },
    ru: {
      one: 'Показать {count} причину',
      few: 'Показать все {count} причины',
      many: 'Показать все {count} причин',
      other: 'Показать все {count} причины',
    },
  },
} as const satisfies Texts;
