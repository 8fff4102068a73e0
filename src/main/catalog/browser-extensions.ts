import { message, type Message } from '../../shared/domain/message.ts';
import type { Cited } from './row.ts';

/** A browser extension by its id. */
export interface ExtensionRow extends Cited {
  readonly id: string;
  /** Its own name, or what it is where that is not known. */
  readonly name: string | Message;
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
    name: message('evidence.browserExtension.listedBeside'),
    confidence: 'L',
    sources: ['fieldNotes'],
  },
  {
    id: 'amkpcclbbgegoafihnpgomddadjhcadd',
    name: message('evidence.browserExtension.older'),
    confidence: 'U',
    sources: ['vendorListing'],
  },
];
