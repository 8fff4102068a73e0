import { describe, expect, it } from 'vitest';
import { readSecurity } from '../../../../../../src/main/machine/windows/files/security-descriptor.ts';

const system = '010100000000000512000000';
const administrators = '01020000000000052000000020020000';
const users = '01020000000000052000000021020000';

function entry(kind: number, flags: number, mask: number, sid: string): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt8(kind, 0);
  head.writeUInt8(flags, 1);
  head.writeUInt16LE(8 + sid.length / 2, 2);
  head.writeUInt32LE(mask, 4);
  return Buffer.concat([head, Buffer.from(sid, 'hex')]);
}

/** `SECURITY_DESCRIPTOR_RELATIVE` with an owner and an access list. */
function descriptor(entries: readonly Buffer[], owner = administrators, control = 0x8004): Buffer {
  const sid = Buffer.from(owner, 'hex');
  const body = Buffer.concat(entries);
  const head = Buffer.alloc(20);
  head.writeUInt8(1, 0);
  head.writeUInt16LE(control, 2);
  head.writeUInt32LE(owner === '' ? 0 : 20, 4);
  head.writeUInt32LE(20 + sid.length, 16);
  const list = Buffer.alloc(8);
  list.writeUInt8(2, 0);
  list.writeUInt16LE(8 + body.length, 2);
  list.writeUInt16LE(entries.length, 4);
  return Buffer.concat([head, sid, list, body]);
}

const full = 0x1f01ff;

describe('a security descriptor', () => {
  it('tells the owner and whom the list allows what, without what counts for others or denies', () => {
    const entries = [
      entry(0, 3, full, system),
      entry(9, 3, full, administrators),
      entry(0, 0xb, full, users),
      entry(1, 0, full, users),
      entry(0, 0, 0x1200a9, users),
    ];
    expect(readSecurity(descriptor(entries))).toEqual({
      owner: 'S-1-5-32-544',
      allowed: [
        { account: 'S-1-5-18', mask: full },
        { account: 'S-1-5-32-544', mask: full },
        { account: 'S-1-5-32-545', mask: 0x1200a9 },
      ],
    });
  });

  it('without a list allows everybody everything', () => {
    const all = [{ account: 'S-1-1-0', mask: 0x10000000 }];
    expect([
      readSecurity(descriptor([], administrators, 0x8000)),
      readSecurity(descriptor([])),
    ]).toEqual([
      { owner: 'S-1-5-32-544', allowed: all },
      { owner: 'S-1-5-32-544', allowed: [] },
    ]);
  });

  it('counts an entry of a kind that it does not know, for nobody who is trusted', () => {
    expect(readSecurity(descriptor([entry(5, 0, full, users)])).allowed).toEqual([
      { account: '?', mask: full },
    ]);
  });

  it('may have no owner', () => {
    expect(readSecurity(descriptor([], '')).owner).toBeNull();
  });
});
