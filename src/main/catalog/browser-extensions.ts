import { message, type Message } from '../../shared/domain/message.ts';
import type { Family } from '../../shared/domain/finding.ts';
import type { Cited } from './row.ts';

/** A browser extension by its id, in lower case. */
export interface ExtensionRow extends Cited {
  readonly id: string;
  /** Its own name, or what it is where that is not known. */
  readonly name: string | Message;
  /** Of the products that bring it. */
  readonly families: readonly Family[];
}

const protectors = ['antivirus', 'endpoint', 'server'] as const;

export const browserExtensions: readonly ExtensionRow[] = [
  {
    id: 'ahkjpbeeocnddjkakilopmfdlnjdpcdm',
    name: 'Kaspersky Protection',
    families: protectors,
    confidence: 'H',
    sources: ['fieldScripts'],
  },
  {
    id: 'com.kaspersky.ahkjpbeeocnddjkakilopmfdlnjdpcdm.host',
    name: 'Kaspersky Protection (native messaging host)',
    families: protectors,
    confidence: 'H',
    sources: ['fieldScripts'],
  },
  {
    id: 'injhfeogoehjhhacaaahfbkjlomhpgnj',
    name: message('evidence.browserExtension.listedBeside'),
    families: protectors,
    confidence: 'L',
    sources: ['fieldNotes'],
  },
  {
    id: 'amkpcclbbgegoafihnpgomddadjhcadd',
    name: 'Kaspersky Protection 19.0',
    families: protectors,
    confidence: 'H',
    sources: ['extensionLists'],
  },
  {
    id: 'dhnkblpjbkfklfloegejegedcafpliaa',
    name: 'Kaspersky Password Manager',
    families: ['passwordManager'],
    confidence: 'H',
    sources: ['extensionLists'],
  },
  firefox('light_plugin_d772dc8d6faf43a29b25c4ebaa5ad1de', 'Kaspersky Protection', 'H'),
  firefox('light_plugin_f6f079488b53499db99380a7e11a93f6', 'Kaspersky Protection', 'H'),
  firefox('light_plugin_acf0e80077c511e59ded005056c00008', 'Kaspersky Protection', 'M'),
  firefox('url_advisor', 'Kaspersky URL Advisor', 'H'),
  firefox('virtual_keyboard', 'Kaspersky Virtual Keyboard', 'H'),
  firefox('anti_banner', 'Kaspersky Anti-Banner', 'H'),
  firefox('online_banking', 'Kaspersky Safe Money', 'H'),
];

function firefox(id: string, name: string, confidence: 'H' | 'M'): ExtensionRow {
  return {
    id: `${id}@kaspersky.com`,
    name,
    families: protectors,
    confidence,
    sources: ['extensionLists'],
  };
}
