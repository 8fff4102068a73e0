import type { Family } from '../../../shared/domain/finding.ts';

/** Families of Kaspersky products that protect a machine: when one goes, something has to take its place. */
export const guardingFamilies: readonly Family[] = ['antivirus', 'endpoint', 'server'];
