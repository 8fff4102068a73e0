import { describe, expect, it } from 'vitest';
import {
  protectionGap,
  type ProtectionSighting,
} from '../../../../../src/main/engine/protection/protection-gap.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 17, minute)).toISOString();
const seen = (minute: number, kaspersky: boolean, replacement: boolean): ProtectionSighting => ({
  at: at(minute),
  kaspersky,
  replacement,
});

describe('protectionGap', () => {
  it.each([
    ['nothing was seen', [], null],
    ['Kaspersky never protected', [seen(0, false, false), seen(1, false, true)], null],
    ['Kaspersky still protects', [seen(0, true, false), seen(1, true, false)], null],
    [
      'nothing has taken over yet',
      [seen(0, true, false), seen(4, false, false)],
      { from: at(0), to: null, seconds: null },
    ],
    [
      'something took over later',
      [seen(0, true, false), seen(1, true, false), seen(4, false, false), seen(6, false, true)],
      { from: at(1), to: at(6), seconds: 300 },
    ],
    [
      'something protected before Kaspersky went',
      [seen(0, true, true), seen(4, false, true)],
      { from: at(0), to: at(0), seconds: 0 },
    ],
    [
      'the clock was set back meanwhile',
      [seen(9, true, false), seen(4, false, true)],
      { from: at(9), to: at(4), seconds: 0 },
    ],
  ])('is measured when %s', (_name, sightings, gap) => {
    expect(protectionGap(sightings)).toEqual(gap);
  });
});
