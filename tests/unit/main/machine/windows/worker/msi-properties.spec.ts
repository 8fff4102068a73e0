import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatProperties,
  propertiesOf,
} from '../../../../../../src/main/machine/windows/worker/msi-properties.ts';

/** Reads the text as Windows Installer does: a doubled quotation mark is one, a single one ends the value. */
function read(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([A-Z_][A-Z0-9_.]*)="((?:[^"]|"")*)"(?: |$)/gs)];
  expect(pairs.map(([whole]) => whole).join('')).toBe(text);
  return Object.fromEntries(
    pairs.map(([, name, value]) => [name, (value ?? '').replaceAll('""', '"')]),
  );
}

describe('formatProperties', () => {
  it('quotes every value and doubles the quotation marks in it', () => {
    expect(formatProperties({ A: 'plain', B: 'with "quotes" and blanks', C: '' })).toBe(
      'A="plain" B="with ""quotes"" and blanks" C=""',
    );
  });

  it('lets no value break out of its property', () => {
    const anything = fc.record({
      KLPASSWD: fc.string({ unit: 'grapheme' }),
      OTHER: fc.constantFrom('"', '""', 'x" REMOVE="ALL', "a' b", '\\"'),
    });
    fc.assert(
      fc.property(anything, (properties) => {
        expect(read(formatProperties(properties))).toEqual(properties);
      }),
    );
  });
});

describe('propertiesOf', () => {
  it('writes each secret the way its product wants it', () => {
    const properties = propertiesOf({
      properties: { KLLOGIN: 'KLAdmin' },
      secretProperties: [
        { name: 'KLPASSWD', value: 'A b', encoding: 'plain' },
        { name: 'KLUNINSTPASSWD', value: 'A', encoding: 'utf16leHex' },
      ],
    });
    expect(properties).toEqual({
      REBOOT: 'ReallySuppress',
      KLLOGIN: 'KLAdmin',
      KLPASSWD: 'A b',
      KLUNINSTPASSWD: '4100',
    });
  });

  it('forbids a restart unless the action itself says otherwise', () => {
    expect(propertiesOf({ properties: { REBOOT: 'Suppress' }, secretProperties: [] })).toEqual({
      REBOOT: 'Suppress',
    });
  });
});
