import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { msiHearing } from '../../../../../../src/main/machine/windows/worker/msi-hearing.ts';
import type { MsiMessage } from '../../../../../../src/main/machine/windows/worker/msi-message.ts';
import type { WorkerEvent } from '../../../../../../src/main/machine/windows/worker-client/protocol.ts';
import { anyPassword, everySpelling, spellingsIn } from '../../../../../support/any-password.ts';

const reset: MsiMessage = { kind: 'progress', fields: [0, 10_000, 0, 0] };
const report = (ticks: number): MsiMessage => ({ kind: 'progress', fields: [2, ticks, 0, 0] });
const action = (description: string): MsiMessage => ({
  kind: 'actionStart',
  action: 'A',
  description,
});
const error: MsiMessage = { kind: 'error', text: 'Enter the password.' };

function hear(stopped = false, password = 'pa55') {
  const events: WorkerEvent[] = [];
  return {
    events,
    hearing: msiHearing(
      [password],
      (event) => events.push(event),
      () => stopped,
    ),
  };
}

describe('msiHearing', () => {
  it('passes on what changes visibly and nothing else', () => {
    const { events, hearing } = hear();
    for (const message of [action('Removing'), reset, report(1), report(1), report(1000)]) {
      hearing.answer(message);
    }
    hearing.finish();
    expect(events).toEqual([
      { kind: 'progress', fraction: null, text: 'Removing' },
      { kind: 'progress', fraction: 0, text: 'Removing' },
      { kind: 'progress', fraction: expect.closeTo(0.09, 3), text: 'Removing' },
      { kind: 'progress', fraction: 1, text: 'Removing' },
    ]);
  });

  it('hides a secret that the installer shows', () => {
    const { events, hearing } = hear();
    hearing.answer(action('Checking pa55'));
    expect(events).toEqual([{ kind: 'progress', fraction: null, text: 'Checking ********' }]);
  });

  it('lets no spelling of any password out', () => {
    fc.assert(
      fc.property(anyPassword, (password) => {
        const { events, hearing } = hear(false, password);
        for (const each of everySpelling(password)) hearing.answer(action(`Checking ${each}`));
        expect(spellingsIn(JSON.stringify(events), password)).toEqual([]);
      }),
    );
  });

  it('lets the installer go on, and leaves its questions to the installer', () => {
    const { hearing } = hear();
    expect(
      [reset, action('x'), error, { kind: 'other' } as const].map((m) => hearing.answer(m)),
    ).toEqual([1, 1, 0, 0]);
  });

  it('answers "cancel" when it should stop, where that is allowed', () => {
    const { hearing } = hear(true);
    expect(
      [reset, action('x'), error, { kind: 'other' } as const].map((m) => hearing.answer(m)),
    ).toEqual([2, 2, 0, 0]);
  });

  it('remembers what went wrong, and not without end', () => {
    const { hearing } = hear();
    for (let count = 0; count < 100; count += 1) hearing.answer(error);
    expect(hearing.errors()).toEqual(Array(20).fill('Enter the password.'));
  });
});
