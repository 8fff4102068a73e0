import type { LiveCheckResult } from '../../../shared/domain/protection/live-check.ts';

/** What the two samples say together. Only a reaction proves anything; silence proves nothing. */
export type LiveVerdict = 'reacted' | 'partly' | 'inconclusive' | 'couldNotTest';

export function liveVerdict({ amsi, eicar }: LiveCheckResult): LiveVerdict {
  const outcomes = [amsi.outcome, eicar.outcome];
  if (outcomes.every((outcome) => outcome === 'detected')) return 'reacted';
  if (outcomes.includes('detected')) return 'partly';
  return outcomes.includes('notDetected') ? 'inconclusive' : 'couldNotTest';
}
