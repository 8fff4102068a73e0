import type { ProtectionVerdict, SourceAnswer } from './protection.ts';
import type { Tone } from '../tone.ts';

/**
 * Bad is what leaves the computer without protection. While only Kaspersky protects it the computer is no worse off
 * than before, so that calls for attention; it is never good, because Kaspersky does not count as protection.
 */
export const verdictTones: Readonly<Record<ProtectionVerdict, Tone>> = {
  protected: 'good',
  signaturesOld: 'attention',
  notProtecting: 'bad',
  onlyKaspersky: 'attention',
  unprotected: 'bad',
  cannotTell: 'attention',
};

export const answerTones: Readonly<Record<SourceAnswer, Tone>> = {
  protects: 'good',
  doesNotProtect: 'bad',
  unknown: 'neutral',
  notThere: 'neutral',
};
