import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, type Language } from '../../src/shared/domain/languages.ts';

/** The messages of one language as they are written: ICU MessageFormat by key. */
export type Catalogue = Readonly<Record<string, string>>;

export type Catalogues = Readonly<Record<Language, Catalogue>>;

/** Where the catalogues are, one file a language. */
export const localesFolder = join(import.meta.dirname, '../../src/shared/locales');

export function cataloguePath(language: Language): string {
  return join(localesFolder, `${language}.json`);
}

export function readCatalogues(): Catalogues {
  const read = (language: Language) =>
    JSON.parse(readFileSync(cataloguePath(language), 'utf8')) as Catalogue;
  return Object.fromEntries(
    languages.map((language) => [language, read(language)]),
  ) as unknown as Catalogues;
}
