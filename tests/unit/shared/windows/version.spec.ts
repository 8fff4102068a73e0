import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../../src/shared/windows/version.ts';

const version = fc.oneof(
  fc.string(),
  fc.array(fc.nat(), { maxLength: 5 }).map((parts) => parts.join('.')),
);

describe('compareVersions', () => {
  it.each([
    ['21.3', '21.25', -1],
    ['21.25', '21.3', 1],
    ['12.0.0.7734', '12.0.0.7734', 0],
    ['11', '11.0.0', 0],
    ['v21.3.10 (a)', '21.3.10', 0],
    ['007', '7', 0],
    [null, '1', -1],
    ['', null, 1],
    [null, null, 0],
    ['99999999999999999999', '99999999999999999998', 1],
  ])('orders %j and %j', (a, b, expected) => {
    expect(Math.sign(compareVersions(a, b))).toBe(expected);
  });

  it('is an order: the other way round is the opposite', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
      }),
    );
  });

  it('agrees with numbers', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        expect(Math.sign(compareVersions(`1.${a}`, `1.${b}`))).toBe(Math.sign(a - b));
      }),
    );
  });
});
