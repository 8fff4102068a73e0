import type { Finding } from '../../../shared/domain/finding.ts';

/** An antivirus of the vendor that is installed: what steers Windows is then its own affair. */
export function isGuarding({ state, family }: Finding): boolean {
  return state === 'installed' && ['antivirus', 'endpoint', 'server'].includes(family);
}
