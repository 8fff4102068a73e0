import { expect, it } from 'vitest';
import { StepLines } from '../../../../../src/main/cli/terminal/step-lines.ts';
import { message, quoted } from '../../../../../src/shared/domain/message.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

const uninstaller = quoted('uninst.exe');
const window = message('doing.window.unseen', { program: 'uninst.exe', title: 'Sure?' });

it('what is waited for goes into a file twice a minute, and at once where it is news', () => {
  const terminal = new FakeTerminal();
  const lines = new StepLines(terminal, english);
  for (let second = 4; second <= 40; second += 4) lines.waiting(uninstaller, second * 1000);
  for (let second = 44; second <= 76; second += 4) lines.waiting(window, second * 1000);
  lines.waiting(uninstaller, 80_000);
  const shows = 'waiting for uninst.exe, which shows a window that nobody can see: “Sure?”';
  expect(terminal.output.map((line) => line.trim())).toEqual([
    expect.stringMatching(/^.*32.*, waiting for uninst\.exe$/),
    expect.stringContaining(shows),
    expect.stringContaining(shows),
  ]);
});

it('on a screen it is drawn in one line, again and again', () => {
  const terminal = new FakeTerminal({ interactive: true });
  const lines = new StepLines(terminal, english);
  lines.waiting(uninstaller, 4_000);
  lines.waiting(window, 8_000);
  expect([terminal.output, terminal.statuses.length]).toEqual([[], 2]);
});
