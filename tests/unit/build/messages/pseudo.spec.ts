import fc from 'fast-check';
import { parse } from '@formatjs/icu-messageformat-parser';
import { expect, it } from 'vitest';
import { parametersOf } from '../../../../build/messages/parameters.ts';
import { pseudo } from '../../../../build/messages/pseudo.ts';

it('the pseudo language is longer and shows where a text begins and ends', () => {
  expect(pseudo('Hello {name}')).toMatch(/^\[Hêllö \{name\} ~+\]$/);
});

it('the pseudo language says every branch of a message', () => {
  expect(pseudo('{count, plural, one {one} other {# things}}')).toBe(
    '[{count,plural,one{öñê} other{# thïñgš}} ~~~~~~~]',
  );
});

it('the pseudo language never loses a parameter', () => {
  const part = fc.oneof(
    fc.string().map((text) => text.replaceAll(/[{}<>'#]/g, '')),
    fc.constantFrom('{name}', '{size, number}', '{count, plural, one {a} other {# of {all}}}'),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      expect(parametersOf(parse(pseudo(text)))).toEqual(parametersOf(parse(text)));
    }),
  );
});
