/**
 * The pages of the guide in their order.
 *
 *     welcome ──► check ──► prepare ──► protection ──► remove ──► restart ──► proof ──► report
 *        ▲          │          │            │                        │
 *        └──────────┴──────────┴────────────┘ back, as long as       └ left out when no restart is needed
 *                                             nothing was begun
 */
export const guidePages = [
  'welcome',
  'check',
  'prepare',
  'protection',
  'remove',
  'restart',
  'proof',
  'report',
] as const;
export type GuidePage = (typeof guidePages)[number];

/** What is opened beside the way, and left to where it was opened from. */
export type SidePage = 'quarantine';
export type ShownPage = GuidePage | SidePage;
