import type { ProtectionVerdict } from '../domain/protection.ts';
import type { Translated } from '../i18n/message.ts';

/** Whether an antivirus other than Kaspersky protects the computer. */
export const verdictWords = {
  protected: {
    en: 'Protected',
    es: 'Protegido',
    de: 'Geschützt',
    fr: 'Protégé',
    'pt-BR': 'Protegido',
    ru: 'Защищён',
  },
  signaturesOld: {
    en: 'Protected, but its updates are old',
    es: 'Protegido, pero sus actualizaciones son antiguas',
    de: 'Geschützt, aber die Updates sind alt',
    fr: 'Protégé, mais ses mises à jour sont anciennes',
    'pt-BR': 'Protegido, mas as atualizações são antigas',
    ru: 'Защищён, но обновления устарели',
  },
  notProtecting: {
    en: 'An antivirus is there, but it does not protect',
    es: 'Hay un antivirus, pero no protege',
    de: 'Ein Virenschutz ist da, schützt aber nicht',
    fr: 'Un antivirus est là, mais il ne protège pas',
    'pt-BR': 'Há um antivírus, mas ele não protege',
    ru: 'Антивирус есть, но не защищает',
  },
  onlyKaspersky: {
    en: 'Only Kaspersky protects it',
    es: 'Solo lo protege Kaspersky',
    de: 'Nur Kaspersky schützt ihn',
    fr: 'Seul Kaspersky le protège',
    'pt-BR': 'Só o Kaspersky o protege',
    ru: 'Его защищает только Kaspersky',
  },
  unprotected: {
    en: 'No antivirus protects it',
    es: 'Ningún antivirus lo protege',
    de: 'Kein Virenschutz schützt ihn',
    fr: 'Aucun antivirus ne le protège',
    'pt-BR': 'Nenhum antivírus o protege',
    ru: 'Ни один антивирус его не защищает',
  },
  cannotTell: {
    en: 'It cannot be told for certain',
    es: 'No se puede saber con certeza',
    de: 'Das lässt sich nicht sicher sagen',
    fr: 'On ne peut pas le dire avec certitude',
    'pt-BR': 'Não é possível afirmar com certeza',
    ru: 'Точно сказать нельзя',
  },
} as const satisfies Readonly<Record<ProtectionVerdict, Translated>>;
