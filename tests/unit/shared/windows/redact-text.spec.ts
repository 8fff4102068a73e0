import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHexPassword } from '../../../../src/shared/windows/hex-password.ts';
import { redactText } from '../../../../src/shared/windows/redact-text.ts';
import { anyPassword, everySpelling, spellingsIn } from '../../../support/any-password.ts';

describe('redactText', () => {
  it('hides every form of every secret behind the same number of stars', () => {
    const text = `Abc then ${encodeHexPassword('Abc')} then Abcdef then plain`;
    expect(redactText(text, ['Abc', 'Abcdef', ''])).toBe(
      '******** then ******** then ******** then plain',
    );
  });

  it.each(['KLPASSWD="J""k\\x"', '{"value":"J\\"k\\\\x"}', '[j"K\\X]'])(
    'hides the password J"k\\x in %s',
    (text) => {
      expect(redactText(text, ['J"k\\x'])).toBe(text.replace(/j.*x/i, '********'));
    },
  );

  it('takes every sign of a password for itself', () => {
    expect(redactText('a.c abc (a|b)', ['a.c', '(a|b)'])).toBe('******** abc ********');
  });

  it('leaves no spelling of any password in any text', () => {
    const passwords = fc.array(anyPassword, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(passwords, fc.array(fc.string(), { maxLength: 4 }), (secrets, between) => {
        const text = secrets.flatMap(everySpelling).join(` ${between.join(' ')} `);
        const clean = redactText(text, secrets);
        expect(secrets.flatMap((secret) => spellingsIn(clean, secret))).toEqual([]);
      }),
    );
  });

  it('leaves a text alone that holds none, and no text at all', () => {
    expect([
      redactText('plain', ['secret']),
      redactText('plain', ['']),
      redactText(null, ['x']),
    ]).toEqual(['plain', 'plain', null]);
  });
});
