import { vendorMention, vendorNames } from '../../../catalog/vendor-names.ts';

/**
 * What a publisher, company or signer says: `vendor` (a whole known name), `mention` (names the vendor in a way
 * that proves nothing either way), `foreign` (somebody else) or `missing`.
 */
export type VendorNameKind = 'vendor' | 'mention' | 'foreign' | 'missing';

/** Without `u`, which would take `ſ` and the Kelvin sign for the letters they look like. */
const whole = vendorNames.map((row) => new RegExp(row.match, 'i'));
const mention = new RegExp(vendorMention, 'iu');

/** Judges a name as {@link VendorNameKind} describes. */
export function vendorNameKind(name: string | null): VendorNameKind {
  const text = name?.trim() ?? '';
  if (text === '') return 'missing';
  // Every whole name mentions the vendor too, and most names do not.
  if (!mention.test(text)) return 'foreign';
  return whole.some((pattern) => pattern.test(text)) ? 'vendor' : 'mention';
}
