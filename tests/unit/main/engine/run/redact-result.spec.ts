import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactResult } from '../../../../../src/main/engine/run/redact-result.ts';
import { message, quoted } from '../../../../../src/shared/domain/message.ts';
import { english } from '../../../../../src/shared/words/english.ts';
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
          said: `${left}${password} ${hex} ${hex.toUpperCase()}`,
          message: [message('worker.brokeDown', { why: quoted(`${password} ${hex}`) })],
        });
        const secrets = { all: (ref: string) => (ref === 'agent' ? [password] : []) };
        const { command, said: words, message: told } = redactResult(said, secrets);
        fc.pre(!'msiexec /x KLPASSWD=********'.includes(password));
        const why = english.sentences(told);
        expect(`${command}\n${words}\n${why}`.includes(hex)).toBe(false);
        expect([words, why].map((text) => text?.includes(`${password} `))).toEqual([false, false]);
      }),
    );
  });

  it('stays as it is when there is no password', () => {
    const said = actionResultOf({ said: 'Nothing to hide.' });
    expect(redactResult(said, { all: () => [''] })).toEqual(said);
  });
});
