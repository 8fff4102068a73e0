import type { HazardSeverity } from './plan.ts';
import type { Tone } from '../tone.ts';

export const hazardTones: Readonly<Record<HazardSeverity, Tone>> = {
  stop: 'bad',
  todo: 'attention',
  warning: 'attention',
  info: 'neutral',
};
