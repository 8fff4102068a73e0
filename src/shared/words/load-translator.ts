import type { AnyLanguage } from '../domain/languages.ts';
import { english } from './english.ts';
import { translator, type CompiledCatalogue, type Translator } from './translator.ts';

const catalogues: Readonly<
  Record<Exclude<AnyLanguage, 'en'>, () => Promise<{ readonly default: CompiledCatalogue }>>
> = {
  es: async () => await import('../locales/generated/es.ts'),
  de: async () => await import('../locales/generated/de.ts'),
  fr: async () => await import('../locales/generated/fr.ts'),
  'pt-BR': async () => await import('../locales/generated/pt-BR.ts'),
  ru: async () => await import('../locales/generated/ru.ts'),
  'en-XA': async () => await import('../locales/generated/en-XA.ts'),
};

/** The words of one language, read from the disk when they are first asked for; English where that fails. */
export async function loadTranslator(language: AnyLanguage): Promise<Translator> {
  if (language === 'en') return english;
  const catalogue = await catalogues[language]().catch(() => null);
  return catalogue === null ? english : translator(language, catalogue.default);
}
