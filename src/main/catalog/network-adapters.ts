import type { Pattern } from './row.ts';

/** An adapter that a product brings, by the whole of its description; Windows numbers further ones of a kind. */
export interface NetworkAdapterRow extends Pattern {
  readonly product: string;
}

export const networkAdapters: readonly NetworkAdapterRow[] = [
  {
    match: '^Kaspersky Security Data Escort Adapter(?: #[0-9]+)?$',
    product: 'kaspersky-vpn',
    confidence: 'H',
    sources: ['vpnAdapterLists'],
  },
];
