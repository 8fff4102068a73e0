import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPending, withoutPending } from '../../../../src/shared/windows/pending-renames.ts';

const hex = (texts: readonly string[], end = '\0') =>
  Buffer.from([...texts.map((text) => `${text}\0`), end].join(''), 'utf16le').toString('hex');
const ours = { from: 'C:\\Program Files\\Kaspersky Lab\\a.dll', to: 'C:\\Q\\1' };
const pair = [`\\??\\${ours.from}`, `\\??\\${ours.to}`];

describe('the list of what Windows moves with its next start', () => {
  it('loses our pair, and keeps every other one in its order', () => {
    const path = fc.constantFrom(
      `\\??\\${ours.from}`,
      `!\\??\\${ours.to}`,
      '\\??\\C:\\Windows\\new.dll',
      '*1\\??\\C:\\Windows\\日本.dll',
    );
    const target = fc.oneof(fc.constant(''), path);
    const pairs = fc.array(fc.tuple(path, target));
    fc.assert(
      fc.property(pairs, pairs, (before, after) => {
        const list = hex([...before.flat(), ...pair, ...after.flat()]);
        const others = [...before, ...after].flat();
        expect([isPending(list, ours), withoutPending(list, ours)]).toEqual([
          true,
          others.length === 0 ? '' : hex(others),
        ]);
      }),
    );
  });

  it.each([
    ['the same source that goes elsewhere', [pair[0] ?? '', '\\??\\C:\\Q\\2']],
    ['the same source that is deleted', [pair[0] ?? '', '']],
    ['another source that comes to the same place', ['\\??\\C:\\Acme\\a.dll', pair[1] ?? '']],
    ['the way back', pair.toReversed()],
    ['both in the places of each other', ['\\??\\C:\\x', pair[0] ?? '', pair[1] ?? '', '']],
  ])('keeps %s', (_, texts) => {
    const list = hex(texts);
    expect([isPending(list, ours), withoutPending(list, ours)]).toEqual([false, list]);
  });

  it('is understood without its end, and in capitals', () => {
    const list = hex([...pair.map((text) => text.toUpperCase()), '\\??\\C:\\x', ''], '');
    expect(withoutPending(list, ours)).toBe(hex(['\\??\\C:\\x', '']));
  });

  it.each([
    ['no source', hex(['', '\\??\\C:\\x'])],
    ['a number', '01000000'],
  ])('is left alone where it holds %s', (_, list) => {
    expect([isPending(list, ours), withoutPending(list, ours)]).toEqual([false, null]);
  });
});
