import type { Family } from '../../shared/domain/finding.ts';

/** What a home user will notice while a product of a family goes. */
export const stepWords = {
  vpn: 'The VPN is removed; the internet connection may stop for a moment.',
  passwordManager: 'The password manager is removed; its vault file stays on the computer.',
  childSafety: 'The child protection is removed; its rules no longer apply.',
  scanner: 'The scanner is removed; it does not protect all the time, so nothing changes for you.',
  antivirus: 'The antivirus is removed; this takes some minutes and often ends with a restart.',
  edr: 'The part that reports to your organisation is removed; you will hardly notice it.',
  endpoint: 'The antivirus is removed; this takes some minutes and often ends with a restart.',
  server: 'The antivirus of this server is removed; plan a restart.',
  management: 'The management of other computers is removed from this one.',
  agent: 'The connection to your organisation’s Kaspersky server is removed.',
  other: 'The program is removed.',
  successor: 'The program is removed.',
  embeddedEngine: 'The program is removed.',
} as const satisfies Record<Family, string>;
