import { describe, expect, it } from 'vitest';
import { decodeWinHttpSettings } from '../../../../../../../src/main/machine/sources/registry/network/decode-win-http-settings.ts';

describe('decodeWinHttpSettings', () => {
  it.each([
    ['a direct connection', '1800000000000000010000000000000000000000', ''],
    [
      'a proxy and what goes around it',
      '28000000000000000300000009000000' +
        '61636d653a38303830'.slice(0, 18) +
        '07000000' +
        '3c6c6f63616c3e',
      'acme:8080',
    ],
    ['a length that lies', '280000000000000003000000ff00000061', null],
    ['a value that was cut off', '2800000000', null],
    ['nothing', '', null],
  ])('reads %s', (_what, hex, expected) => {
    expect(decodeWinHttpSettings(Buffer.from(hex, 'hex'))).toBe(expected);
  });
});
