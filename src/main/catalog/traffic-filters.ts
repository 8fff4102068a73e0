import type { Pattern } from './row.ts';

/**
 * What the vendor calls its filters of network traffic. Their identifiers stand in no public source, and whoever wants gives a
 * filter such a name: it hints at whose a filter is and proves nothing.
 */
export const trafficFilterNames: readonly Pattern[] = [
  {
    match: '^Kaspersky Lab (?:WFP |stream inspection)',
    confidence: 'M',
    sources: ['fieldNotes'],
  },
];
