import type { Language } from '../../shared/domain/languages.ts';
import type { ProtectionVerdict } from '../../shared/domain/protection.ts';
import type { RunOutcome } from '../../shared/domain/outcome.ts';
import { phoneWordsDe } from './phone-words.de.ts';
import { phoneWordsEn } from './phone-words.en.ts';
import { phoneWordsEs } from './phone-words.es.ts';
import { phoneWordsFr } from './phone-words.fr.ts';
import { phoneWordsPt } from './phone-words.pt-br.ts';
import { phoneWordsRu } from './phone-words.ru.ts';

/** Everything that can be read out on the telephone, in one language. Few words each: they are spoken. */
export interface PhoneWords {
  readonly practice: string;
  readonly nothingSeen: string;
  /** Followed by a number. */
  readonly found: string;
  readonly running: string;
  readonly interrupted: string;
  readonly refused: string;
  readonly notEnded: string;
  /** Followed by the last letters of the run's name. */
  readonly code: string;
  readonly outcome: Readonly<Record<RunOutcome, string>>;
  readonly protection: Readonly<Record<ProtectionVerdict, string>>;
}

export const phoneWords: Readonly<Record<Language, PhoneWords>> = {
  en: phoneWordsEn,
  es: phoneWordsEs,
  de: phoneWordsDe,
  fr: phoneWordsFr,
  'pt-BR': phoneWordsPt,
  ru: phoneWordsRu,
};
