import type { Protection } from './protection.ts';

/** Old signatures are a warning, not a reason to call a computer unprotected. */
export function isProtected({ verdict }: Pick<Protection, 'verdict'>): boolean {
  return verdict === 'protected' || verdict === 'signaturesOld';
}
