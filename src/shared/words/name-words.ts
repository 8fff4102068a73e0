import { spokenName } from '../domain/product-names.ts';
import type { WindowWords } from './translator.ts';

/** The name of a product where it stands alone. */
export function nameWords(name: string, { t }: WindowWords): string {
  return t('quoted.text', { text: spokenName(name) });
}
