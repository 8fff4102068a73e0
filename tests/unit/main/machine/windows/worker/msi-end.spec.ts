import { describe, expect, it } from 'vitest';
import {
  isMsiSuccess,
  saidAtEnd,
} from '../../../../../../src/main/machine/windows/worker/msi-end.ts';

describe('saidAtEnd', () => {
  it('has nothing to say about a success, whatever was said on the way', () => {
    expect([0, 1641, 3010].map((code) => saidAtEnd(code, ['a warning']))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('tells what the package said, because a refused password shows only there', () => {
    expect(saidAtEnd(1603, ['Enter the password.', ''])).toBe('Enter the password.');
  });

  it('tells the last three things, each once, as the cause may be followed by its consequences', () => {
    const said = ['Begun.', 'Enter the password.', 'Failed.', 'Failed.', 'Error 1722.'];
    expect(saidAtEnd(1603, said)).toBe('Enter the password. Failed. Error 1722.');
  });

  it('puts no words into the mouth of a package that said nothing', () => {
    expect([saidAtEnd(1652, []), saidAtEnd(4711, [''])]).toEqual([null, null]);
  });
});

describe('isMsiSuccess', () => {
  it('tells success, with or without a restart, from everything else', () => {
    const codes = [0, 1602, 1603, 1605, 1614, 1618, 1641, 3010];
    expect(codes.filter(isMsiSuccess)).toEqual([0, 1641, 3010]);
  });
});
