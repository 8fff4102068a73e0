import type { Tone } from '../../shared/domain/tone.ts';

/** How a bar with a message looks for each tone. */
export const toneIntents = {
  good: 'success',
  attention: 'warning',
  bad: 'error',
  neutral: 'info',
} as const satisfies Record<Tone, string>;
