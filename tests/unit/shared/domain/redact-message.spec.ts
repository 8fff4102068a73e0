import { describe, expect, it } from 'vitest';
import { message, quoted } from '../../../../src/shared/domain/message.ts';
import { redactMessages } from '../../../../src/shared/domain/redact-message.ts';

describe('a message that is filled with a secret', () => {
  it('loses it wherever it stands, and keeps everything else', () => {
    const told = [
      message('worker.brokeDown', { why: quoted('KLPASSWD=Secret-1') }),
      message('judged.killed', { names: 'secret-1.exe' }),
      message('judged.timedOut.minutes', { count: 30 }),
      { id: 'x', values: { list: ['Secret-1', quoted('53006500630072006500740 Secret-1')] } },
      message('judged.again'),
    ];
    expect(redactMessages(told, ['Secret-1'])).toEqual([
      message('worker.brokeDown', { why: quoted('KLPASSWD=********') }),
      message('judged.killed', { names: '********.exe' }),
      message('judged.timedOut.minutes', { count: 30 }),
      { id: 'x', values: { list: ['********', quoted('53006500630072006500740 ********')] } },
      message('judged.again'),
    ]);
  });
});
