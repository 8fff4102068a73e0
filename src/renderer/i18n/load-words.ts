import type { AnyLanguage } from '../../shared/domain/languages.ts';
import {
  translator,
  type CompiledCatalogue,
  type WindowWords,
} from '../../shared/words/translator.ts';

const catalogues: Readonly<
  Record<AnyLanguage, () => Promise<{ readonly default: CompiledCatalogue }>>
> = {
  en: async () => await import('../../shared/locales/generated/window/en.ts'),
  es: async () => await import('../../shared/locales/generated/window/es.ts'),
  de: async () => await import('../../shared/locales/generated/window/de.ts'),
  fr: async () => await import('../../shared/locales/generated/window/fr.ts'),
  'pt-BR': async () => await import('../../shared/locales/generated/window/pt-BR.ts'),
  ru: async () => await import('../../shared/locales/generated/window/ru.ts'),
  'en-XA': async () => await import('../../shared/locales/generated/window/en-XA.ts'),
};

/** Brings one language, which the build keeps in a file of its own; English where that cannot be read. */
export async function loadWords(language: AnyLanguage): Promise<WindowWords> {
  const catalogue = await catalogues[language]().catch(() => null);
  if (catalogue !== null) return translator(language, catalogue.default);
  return translator('en', (await catalogues.en()).default);
}
