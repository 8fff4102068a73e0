import type { Cited } from './row.ts';

/** The end of names of servers, and whose they are. */
export interface ServerNameRow extends Cited {
  readonly domain: string;
  readonly owner: 'vendor' | 'windows';
}

/** Servers that something which steers traffic may not steer unseen. */
export const serverNames: readonly ServerNameRow[] = [
  ...['kaspersky.com', 'kaspersky.ru', 'kaspersky-labs.com', 'kasperskylabs.com'].map(
    (domain) => ({ domain, owner: 'vendor', confidence: 'M', sources: ['fieldNotes'] }) as const,
  ),
  // Where Windows and Microsoft Defender get their updates from, and how Windows tells that it is online.
  ...[
    'windowsupdate.com',
    'windowsupdate.microsoft.com',
    'update.microsoft.com',
    'delivery.mp.microsoft.com',
    'download.microsoft.com',
    'wdcp.microsoft.com',
    'wdcpalt.microsoft.com',
    'wd.microsoft.com',
    'msftconnecttest.com',
  ].map(
    (domain) =>
      ({ domain, owner: 'windows', confidence: 'H', sources: ['windowsEndpoints'] }) as const,
  ),
];
