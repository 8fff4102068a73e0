import type { Cited } from './row.ts';

/** A browser extension by its id. */
export interface ExtensionRow extends Cited {
  readonly id: string;
  readonly name: string;
}

export const browserExtensions: readonly ExtensionRow[] = [
  {
    id: 'ahkjpbeeocnddjkakilopmfdlnjdpcdm',
    name: 'Kaspersky Protection',
    confidence: 'H',
    sources: ['fieldScripts'],
  },
  {
    id: 'com.kaspersky.ahkjpbeeocnddjkakilopmfdlnjdpcdm.host',
    name: 'Kaspersky Protection (native messaging host)',
    confidence: 'H',
    sources: ['fieldScripts'],
  },
  {
    id: 'injhfeogoehjhhacaaahfbkjlomhpgnj',
    name: 'an extension listed beside Kaspersky Protection',
    confidence: 'L',
    sources: ['fieldNotes'],
  },
  {
    id: 'amkpcclbbgegoafihnpgomddadjhcadd',
    name: 'an older Kaspersky Protection',
    confidence: 'U',
    sources: ['vendorListing'],
  },
];
