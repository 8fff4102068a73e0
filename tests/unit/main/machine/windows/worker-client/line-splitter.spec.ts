import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSplitter } from '../../../../../../src/main/machine/windows/worker-client/line-splitter.ts';

function linesOf(chunks: readonly string[], longest?: number): string[] {
  const lines: string[] = [];
  const splitter = lineSplitter((line) => lines.push(line), longest);
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return lines;
}

describe('lineSplitter', () => {
  it('gives out whole lines however the text is cut, and the last one without a line break', () => {
    const text = 'one\r\ntwo\n\n  \nthree';
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const places = [0, ...cuts.sort((one, other) => one - other), text.length];
        const chunks = places.slice(1).map((end, index) => text.slice(places[index], end));
        expect(linesOf(chunks)).toEqual(['one', 'two', 'three']);
      }),
    );
  });

  it('drops a line that is too long and goes on with the next', () => {
    expect(linesOf(['aaaa', 'aaaa', 'aaaa\nnext\n', 'bbbbbbbbb\nlast'], 6)).toEqual([
      'next',
      'last',
    ]);
  });
});
