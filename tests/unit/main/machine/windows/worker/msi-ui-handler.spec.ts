import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { msiUiHandler } from '../../../../../../src/main/machine/windows/worker/msi-ui-handler.ts';
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

function listening(stopped = false, password = 'pa55') {
  const events: WorkerEvent[] = [];
  return {
    events,
    handler: msiUiHandler(
      [password],
      (event) => events.push(event),
      () => stopped,
    ),
  };
}

describe('msiUiHandler', () => {
  it('passes on what changes visibly and nothing else', () => {
    const { events, handler } = listening();
    for (const message of [action('Removing'), reset, report(1), report(1), report(1000)]) {
      handler.answer(message);
    }
    handler.finish();
    expect(events).toEqual([
      { kind: 'progress', fraction: null, text: 'Removing' },
      { kind: 'progress', fraction: 0, text: 'Removing' },
      { kind: 'progress', fraction: expect.closeTo(0.09, 3), text: 'Removing' },
      { kind: 'progress', fraction: 1, text: 'Removing' },
    ]);
  });

  it('hides a secret that the installer shows', () => {
    const { events, handler } = listening();
    handler.answer(action('Checking pa55'));
    expect(events).toEqual([{ kind: 'progress', fraction: null, text: 'Checking ********' }]);
  });

  it('lets no spelling of any password out', () => {
    fc.assert(
      fc.property(anyPassword, (password) => {
        const { events, handler } = listening(false, password);
        for (const each of everySpelling(password)) handler.answer(action(`Checking ${each}`));
        expect(spellingsIn(JSON.stringify(events), password)).toEqual([]);
      }),
    );
  });

  it('lets the installer go on, and leaves its questions to the installer', () => {
    const { handler } = listening();
    expect(
      [reset, action('x'), error, { kind: 'other' } as const].map((m) => handler.answer(m)),
    ).toEqual([1, 1, 0, 0]);
  });

  it('answers "cancel" when it should stop, where that is allowed', () => {
    const { handler } = listening(true);
    expect(
      [reset, action('x'), error, { kind: 'other' } as const].map((m) => handler.answer(m)),
    ).toEqual([2, 2, 0, 0]);
  });

  it('remembers what went wrong, and not without end', () => {
    const { handler } = listening();
    for (let count = 0; count < 100; count += 1) handler.answer(error);
    expect(handler.errors()).toEqual(Array(20).fill('Enter the password.'));
  });
});
