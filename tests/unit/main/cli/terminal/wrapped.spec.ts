import { expect, test } from 'vitest';
import { wrapped } from '../../../../../src/main/cli/terminal/wrapped.ts';

test.each([
  ['letters of one column', 'one two three four', 'one two\n  three\n  four'],
  ['letters of two columns', '卡巴 斯基 已 删除', '卡巴\n  斯基 已\n  删除'],
  ['emoji of several code points', '👩‍💻 👩‍💻 👩‍💻 👩‍💻', '👩‍💻 👩‍💻\n  👩‍💻 👩‍💻'],
  [
    'letters with their accents apart',
    'e\u0301te\u0301 e\u0301te\u0301',
    '\u00e9t\u00e9 \u00e9t\u00e9',
  ],
  ['a word that is too long', 'C:\\a\\very\\long\\path x', 'C:\\a\\very\\long\\path\n  x'],
  ['line ends and more blanks than one', 'a\nb   c', 'a b c'],
])('%s are counted by the columns they take', (_, text, lines) => {
  expect(wrapped(text, 9, '  ')).toBe(lines);
});
