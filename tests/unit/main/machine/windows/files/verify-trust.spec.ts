import { expect, it } from 'vitest';
import { addressOf } from '../../../../../../src/main/machine/windows/ffi/library.ts';
import { catalogInformation } from '../../../../../../src/main/machine/windows/files/verify-trust.ts';

it('a file is looked up in a catalogue with the context that made its hash, without which Windows refuses SHA-256', () => {
  const [catalogName, tag, member, hash] = [4, 8, 12, 32].map((size) => Buffer.alloc(size)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const information = catalogInformation({ admin: 7n, catalogName, tag, member, hash });
  const at = (offset: number) => information.readBigUInt64LE(offset);
  expect([information.readUInt32LE(0), at(8), at(16), at(24), at(40), at(64)]).toEqual([
    72,
    ...[catalogName, tag, member, hash].map(addressOf),
    7n,
  ]);
});
