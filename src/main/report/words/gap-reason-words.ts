import type { Translated } from '../../../shared/i18n/message.ts';
import type { GapReason } from '../../../shared/domain/section.ts';

/** Why something could not be read, as the end of a sentence. */
export const gapReasonWords = {
  accessDenied: {
    en: 'access was denied',
    es: 'acceso denegado',
    de: 'der Zugriff wurde verweigert',
    fr: 'accès refusé',
    'pt-BR': 'acesso negado',
    ru: 'доступ запрещён',
  },
  notSupported: {
    en: 'this system does not support it',
    es: 'este sistema no lo admite',
    de: 'dieses System unterstützt es nicht',
    fr: 'ce système ne le permet pas',
    'pt-BR': 'este sistema não oferece suporte',
    ru: 'эта система такого не поддерживает',
  },
  timedOut: {
    en: 'it took too long',
    es: 'tardó demasiado',
    de: 'es dauerte zu lange',
    fr: 'c’était trop long',
    'pt-BR': 'demorou demais',
    ru: 'это заняло слишком много времени',
  },
  corrupt: {
    en: 'it was damaged',
    es: 'estaba dañado',
    de: 'es war beschädigt',
    fr: 'c’était endommagé',
    'pt-BR': 'estava danificado',
    ru: 'данные повреждены',
  },
  truncated: {
    en: 'it was cut off',
    es: 'estaba incompleto',
    de: 'es war abgeschnitten',
    fr: 'c’était tronqué',
    'pt-BR': 'estava incompleto',
    ru: 'данные обрываются',
  },
  notCollected: {
    en: 'nobody tried to read it',
    es: 'nadie intentó leerlo',
    de: 'niemand hat versucht, es zu lesen',
    fr: 'personne n’a essayé de le lire',
    'pt-BR': 'ninguém tentou ler',
    ru: 'прочитать это не пытались',
  },
  failed: {
    en: 'reading failed',
    es: 'la lectura falló',
    de: 'das Lesen ist gescheitert',
    fr: 'la lecture a échoué',
    'pt-BR': 'a leitura falhou',
    ru: 'чтение не удалось',
  },
} as const satisfies Readonly<Record<GapReason, Translated>>;
