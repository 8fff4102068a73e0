import type { Cited } from './row.ts';

/** A log, channel or publisher of events by its whole name, and the products that write there. */
export interface EventChannelRow extends Cited {
  readonly name: string;
  readonly products: readonly string[];
}

export const eventChannels: readonly EventChannelRow[] = [
  {
    name: 'Kaspersky Event Log',
    products: ['kaspersky-endpoint-security', 'kaspersky-network-agent'],
    confidence: 'H',
    sources: ['fieldNotes'],
  },
  {
    name: 'Kaspersky Endpoint Security',
    products: ['kaspersky-endpoint-security'],
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    name: 'Kaspersky Security',
    products: ['kaspersky-security-for-windows-server', 'kaspersky-embedded-systems-security'],
    confidence: 'M',
    sources: ['fieldNotes'],
  },
  {
    name: 'Kaspersky-Security-Soyuz/Product',
    products: ['kaspersky-endpoint-agent'],
    confidence: 'M',
    sources: ['fieldNotes'],
  },
  {
    name: 'Kaspersky-Security-Sensor Diagnostics/Operational',
    products: ['kaspersky-endpoint-agent'],
    confidence: 'M',
    sources: ['fieldNotes'],
  },
];
