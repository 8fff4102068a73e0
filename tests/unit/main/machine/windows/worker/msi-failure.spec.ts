import { describe, expect, it } from 'vitest';
import {
  describeMsiEnd,
  isMsiSuccess,
} from '../../../../../../src/main/machine/windows/worker/msi-failure.ts';

describe('describeMsiEnd', () => {
  it('has nothing to say about a success, whatever was said on the way', () => {
    expect([0, 1641, 3010].map((code) => describeMsiEnd(code, ['a warning']))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('tells what the package said last, because a refused password shows only there', () => {
    expect(describeMsiEnd(1603, ['first', 'Enter the password.', ''])).toBe('Enter the password.');
  });

  it('tells what the code means when the package said nothing', () => {
    expect(describeMsiEnd(1652, [])).toBe(
      'Windows Installer does not work in safe mode. Start Windows normally first.',
    );
  });

  it('names a code that it does not know', () => {
    expect(describeMsiEnd(4711, [''])).toBe('Windows Installer ended with code 4711.');
  });
});

describe('isMsiSuccess', () => {
  it('tells success, with or without a restart, from everything else', () => {
    const codes = [0, 1602, 1603, 1605, 1614, 1618, 1641, 3010];
    expect(codes.filter(isMsiSuccess)).toEqual([0, 1641, 3010]);
  });
});
