import { describe, expect, it } from 'vitest';
import { parseMsiMessage } from '../../../../../../src/main/machine/windows/worker/msi-message.ts';

const type = (high: number, low = 0) => ((high << 24) | low) >>> 0;

describe('parseMsiMessage', () => {
  it.each([
    ['1: 0 2: 188690 3: 0 4: 1 ', [0, 188690, 0, 1]],
    ['1: 2 2: 24000 3: 0 4: 0', [2, 24000, 0, 0]],
    ['1: 2 2: 25', [2, 25, 0, 0]],
    ['1: 1 2: 3  3:  4: 0', [1, 3, 0, 0]],
    ['1: 0 2: -5 3: 1 4: 0', [0, -5, 1, 0]],
    ['', [0, 0, 0, 0]],
  ])('reads the fields of the progress message %j', (text, fields) => {
    expect(parseMsiMessage(type(0x0a), text)).toEqual({ kind: 'progress', fields });
  });

  it.each([
    ['Action 10:15:00: RemoveFiles. Removing files', 'RemoveFiles', 'Removing files'],
    ['Action 10:15:00 AM: RemoveFiles. Removing files', 'RemoveFiles', 'Removing files'],
    [
      'Aktion 10:15:00: RemoveFiles. Dateien werden entfernt',
      'RemoveFiles',
      'Dateien werden entfernt',
    ],
    ['Действие 10:15:00: RemoveFiles. Удаление: файлы.', 'RemoveFiles', 'Удаление: файлы.'],
    ['Action 10:15:00: CostFinalize. ', 'CostFinalize', ''],
    ['something else', '', ''],
  ])('finds the action and its description in %j', (text, action, description) => {
    expect(parseMsiMessage(type(0x08), text)).toEqual({ kind: 'actionStart', action, description });
  });

  it('takes errors, fatal exits, a full disk and questions as errors, whatever buttons they ask for', () => {
    const messages = [type(0x00), type(0x01, 0x10), type(0x03, 0x31), type(0x07)];
    const error = { kind: 'error', text: 'No password.' };
    expect(messages.map((message) => parseMsiMessage(message, ' No password.\r\n'))).toEqual(
      messages.map(() => error),
    );
  });

  it('passes over everything else, and a message without text', () => {
    const kinds = [type(0x09), type(0x04), type(0x0b), type(0x19)].map(
      (message) => parseMsiMessage(message, null).kind,
    );
    expect(kinds).toEqual(['actionData', 'other', 'other', 'other']);
  });
});
