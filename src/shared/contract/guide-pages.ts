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
