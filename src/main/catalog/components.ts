import type { Pattern } from './row.ts';

/**
 * Components of Endpoint Security, by the name of a feature in its package, that can encrypt disks or files. The vendor
 * calls them file level and full disk encryption; how its packages spell them is shown by no public source.
 */
export const encryptingComponent: Pattern = {
  match: 'encrypt|^(?:FDE|FLE)$',
  confidence: 'L',
  sources: ['kesEncryptionHelp', 'kesRemovalHelp'],
};
