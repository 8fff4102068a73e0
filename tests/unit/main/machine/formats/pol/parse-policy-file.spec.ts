import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicyFile } from '../../../../../../src/main/machine/formats/pol/parse-policy-file.ts';
import { policyFile } from '../../../../../support/policy-file.ts';

const key = 'Software\\Policies\\Microsoft\\Windows Defender';
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((name) => !name.includes('\0') && !name.startsWith('**'));
const entry = fc.record({
  key: text,
  name: text,
  type: fc.nat(11),
  data: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
});

describe('parsePolicyFile', () => {
  it('reads what a policy editor wrote, and leaves out what it deletes', () => {
    const file = policyFile([
      { key, name: 'DisableAntiSpyware' },
      { key, name: '**del.DisableAntiVirus' },
      { key, name: '**delvals.' },
      { key: `${key}\\Real-Time Protection`, name: 'DisableRealtimeMonitoring' },
    ]);
    expect(parsePolicyFile(file)).toEqual([
      { key, name: 'DisableAntiSpyware' },
      { key: `${key}\\Real-Time Protection`, name: 'DisableRealtimeMonitoring' },
    ]);
  });

  it('reads back any file that was written, whatever its data looks like', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const names = entries.map((each) => ({ key: each.key, name: each.name }));
        expect(parsePolicyFile(policyFile(entries))).toEqual(names);
      }),
    );
  });

  it('believes nothing of a file that was cut off', () => {
    fc.assert(
      fc.property(entry, fc.nat(), (each, cut) => {
        const whole = policyFile([each]);
        // The header alone is a whole file without entries.
        const length = 9 + (cut % (whole.length - 9));
        expect(parsePolicyFile(whole.subarray(0, length))).toBeNull();
      }),
    );
  });

  it('never throws on a damaged one', () => {
    const damaged = fc.tuple(fc.array(entry, { maxLength: 3 }), fc.nat(), fc.nat(255));
    fc.assert(
      fc.property(damaged, ([entries, place, byte]) => {
        const file = policyFile(entries);
        file[place % file.length] = byte;
        const read = parsePolicyFile(file);
        expect(read === null || Array.isArray(read)).toBe(true);
      }),
    );
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['another format', Buffer.from('regf\u0001\0\0\0', 'latin1')],
    ['another version', Buffer.from('PReg\u0002\0\0\0', 'latin1')],
  ])('refuses %s', (_what, file) => {
    expect(parsePolicyFile(file)).toBeNull();
  });
});
