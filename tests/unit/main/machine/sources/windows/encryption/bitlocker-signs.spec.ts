import { quoted } from '../../../../../../../src/shared/domain/message.ts';
import { describe, expect, it } from 'vitest';
import {
  bitLockerNotAsked,
  bitLockerSign,
  withUntold,
} from '../../../../../../../src/main/machine/sources/windows/encryption/bitlocker-signs.ts';
import type { WbemValue } from '../../../../../../../src/main/machine/windows/ffi/variant.ts';
import type { Gap } from '../../../../../../../src/shared/domain/section.ts';

function signOf(properties: Readonly<Record<string, WbemValue>>) {
  const { subject, state } = bitLockerSign(
    new Map(Object.entries({ DriveLetter: 'C:', ...properties })),
  );
  return `${subject} ${state}`;
}

describe('what WMI tells of a volume', () => {
  it.each([
    [{ ProtectionStatus: 1, ConversionStatus: 1 }, 'C: on'],
    [{ ProtectionStatus: 1 }, 'C: on'],
    [{ ProtectionStatus: 0, ConversionStatus: 0 }, 'C: off'],
  ])('is on or off when it is said so: %j', (properties, expected) => {
    expect(signOf(properties)).toBe(expected);
  });

  it.each([1, 2, 3, 4, 5])(
    'is on while protection is off but something is encrypted (conversion %i)',
    (conversion) => {
      expect(signOf({ ProtectionStatus: 0, ConversionStatus: conversion })).toBe('C: on');
    },
  );

  it.each([
    [{}],
    [{ ProtectionStatus: 0 }],
    [{ ProtectionStatus: null, ConversionStatus: 0 }],
    [{ ProtectionStatus: 2 }],
    [{ ProtectionStatus: 2, ConversionStatus: 0 }],
    [{ ProtectionStatus: 0, ConversionStatus: 6 }],
    [{ ProtectionStatus: false, ConversionStatus: false }],
    [{ ProtectionStatus: '0', ConversionStatus: '0' }],
  ])('is unknown and never off when anything is missing or odd: %j', (properties) => {
    expect(signOf(properties)).toBe('C: unknown');
  });

  it('is told under the name of the volume when it has no letter', () => {
    const volume = '\\\\?\\Volume{6a1f}\\';
    const state = { ProtectionStatus: 1 };
    expect([
      signOf({ DriveLetter: null, DeviceID: volume, ...state }),
      signOf({ DriveLetter: ' ', ...state }),
    ]).toEqual([`${volume} on`, 'BitLocker on']);
  });
});

describe('what WMI did not tell', () => {
  const sign = (subject: string) =>
    ({ kind: 'bitLocker', subject, state: 'off', detail: '' }) as const;
  const gap: Gap = {
    subject: 'x',
    reason: 'failed',
    detail: quoted('Broken.'),
    needsAdministrator: false,
  };
  const statesOf = (subjects: readonly string[], gaps: readonly Gap[], drive: string | null) =>
    withUntold({ items: subjects.map(sign), gaps }, drive).items.map(
      ({ subject, state }) => `${subject} ${state}`,
    );

  it.each<[string, readonly string[], readonly Gap[], string | null, readonly string[]]>([
    ['nothing is missing', ['c:', 'D:'], [], 'C:', ['c: off', 'D: off']],
    ['no volume was told', [], [], 'C:', ['BitLocker unknown']],
    ['nothing could be read', [], [gap], 'C:', ['BitLocker unknown']],
    ['the system drive is missing', ['D:'], [], 'C:', ['D: off', 'C: unknown']],
    ['reading broke off', ['C:'], [gap], 'C:', ['C: off', 'BitLocker unknown']],
    ['nobody knows the system drive', ['D:'], [], null, ['D: off']],
  ])('is unknown: %s', (_, subjects, gaps, drive, expected) => {
    expect(statesOf(subjects, gaps, drive)).toEqual(expected);
  });

  it('is everything when asking broke down, with the reason', () => {
    expect(bitLockerNotAsked(new Error('No COM.'))).toEqual({
      items: [
        {
          kind: 'bitLocker',
          subject: 'BitLocker',
          state: 'unknown',
          detail: 'BitLocker (failed)',
        },
      ],
      gaps: [
        {
          subject: 'BitLocker',
          reason: 'failed',
          detail: quoted('No COM.'),
          needsAdministrator: false,
        },
      ],
    });
  });
});
