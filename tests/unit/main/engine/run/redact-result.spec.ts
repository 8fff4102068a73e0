import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactResult } from '../../../../../src/main/engine/run/redact-result.ts';
import { actionResultOf } from '../../../../support/run-samples.ts';

describe('what an uninstaller said', () => {
  it('reaches the journal without any password, in whatever writing', () => {
    const secret = fc
      .string({ minLength: 4, unit: 'grapheme' })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (password, left, right) => {
        const hex = Buffer.from(password, 'utf16le').toString('hex');
        const said = actionResultOf({
          command: `msiexec /x KLPASSWD=${password}${right}`,
          message: `${left}${password} ${hex} ${hex.toUpperCase()}`,
        });
        const secrets = { get: (ref: string) => (ref === 'agent' ? password : undefined) };
        const { command, message } = redactResult(said, secrets);
        fc.pre(!'msiexec /x KLPASSWD=********'.includes(password));
        expect(`${command}\n${message}`.includes(hex)).toBe(false);
        expect(message?.includes(`${password} `)).toBe(false);
      }),
    );
  });

  it('stays as it is when there is no password', () => {
    const said = actionResultOf({ message: 'Nothing to hide.' });
    expect(redactResult(said, { get: () => '' })).toEqual(said);
  });
});
