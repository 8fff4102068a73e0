import { describe, expect, it } from 'vitest';
import { decodeProductState } from '../../../../src/shared/windows/product-state.ts';

/**
 * Values that computers have shown. Sources: glpi-project/glpi-agent, Inventory/Win32/AntiVirus.pm; Stack Overflow
 * 4700897 (survey of 10,000 endpoints); Idera PowerTips 2020-09-07; digirati82.com 2013.
 */
const recorded = [
  [262_144, 'off', 'upToDate', 'other'],
  [262_160, 'off', 'outOfDate', 'other'],
  [266_240, 'on', 'upToDate', 'other'],
  [266_256, 'on', 'outOfDate', 'other'],
  [270_336, 'snoozed', 'upToDate', 'other'],
  [327_680, 'off', 'upToDate', 'other'],
  [327_696, 'off', 'outOfDate', 'other'],
  [331_776, 'on', 'upToDate', 'other'],
  [344_064, 'unknown', 'upToDate', 'other'],
  [393_216, 'off', 'upToDate', 'other'],
  [393_232, 'off', 'outOfDate', 'other'],
  [393_472, 'off', 'upToDate', 'microsoft'],
  [393_488, 'off', 'outOfDate', 'microsoft'],
  [397_312, 'on', 'upToDate', 'other'],
  [397_328, 'on', 'outOfDate', 'other'],
  [397_568, 'on', 'upToDate', 'microsoft'],
  [397_584, 'on', 'outOfDate', 'microsoft'],
  [462_848, 'on', 'upToDate', 'other'],
] as const;

describe('decodeProductState', () => {
  it.each(recorded)('reads %i as %s and %s', (value, state, signatures, owner) => {
    expect(decodeProductState(value)).toEqual({ state, signatures, owner });
  });

  it.each([
    [0x045020, 'unknown', 'unknown', 'other'],
    [0x041200, 'on', 'upToDate', 'unknown'],
    [0x043000, 'expired', 'upToDate', 'other'],
    [0x0410f0, 'on', 'unknown', 'other'],
    [-1, 'unknown', 'unknown', 'unknown'],
    [1.5, 'unknown', 'unknown', 'unknown'],
    [0x1_00_00_00, 'unknown', 'unknown', 'unknown'],
  ])('does not guess at %i', (value, state, signatures, owner) => {
    expect(decodeProductState(value)).toEqual({ state, signatures, owner });
  });
});
