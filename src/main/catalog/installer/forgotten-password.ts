import type { Family } from '../../../shared/domain/finding.ts';

/**
 * The lawful way past a forgotten password, by the family of a product; its words are `forgottenPassword.WAY`. Home
 * products have a reset of the vendor's for safe mode, those of organisations their administrator, the Network Agent
 * the vendor's cleaner for business products besides. None of them is started by us.
 * Sources: Kaspersky's article on a forgotten password, as a reseller quotes it (M); Kaspersky training KL 102.98,
 * chapter 4.4 (H); public scripts that run the cleaner of article 13088 (H).
 */
export const forgottenPassword: Readonly<Record<Family, 'home' | 'business' | 'agent'>> = {
  antivirus: 'home',
  vpn: 'home',
  passwordManager: 'home',
  childSafety: 'home',
  scanner: 'home',
  successor: 'home',
  endpoint: 'business',
  edr: 'business',
  server: 'business',
  management: 'business',
  embeddedEngine: 'business',
  other: 'business',
  agent: 'agent',
};
