import type { EvidenceKind, Finding } from '../finding.ts';

/** Files and settings that nothing loads, what was logged, and a way in for a program that is gone. */
const inert: ReadonlySet<EvidenceKind> = new Set([
  'folder',
  'file',
  'executable',
  'vendorKey',
  'environmentKey',
  'eventChannel',
  'firewallRule',
]);

/** Whether what is left of a product runs nowhere, loads nowhere and stands in nobody's way. */
export function isHarmless({ state, evidence }: Pick<Finding, 'state' | 'evidence'>): boolean {
  return state === 'leftover' && evidence.every(({ kind }) => inert.has(kind));
}
