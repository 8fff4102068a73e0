import { describe, expect, it } from 'vitest';
import { readMachine } from '../../../../../src/main/cli/flags/read-machine.ts';
import { PracticeMachine } from '../../../../../src/main/machine/practice/practice-machine.ts';
import { home } from '../../../../../src/main/machine/practice/computers/home.ts';
import { sectionNames } from '../../../../../src/shared/domain/sections.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

async function practice(speed: number): Promise<PracticeMachine> {
  return await PracticeMachine.open({ computer: home, folder: temporaryFolder(), speed });
}

describe('readMachine', () => {
  it('shows each section while it is read', async () => {
    const terminal = new FakeTerminal();

    const read = await readMachine(await practice(0), terminal, english);

    const count = sectionNames.length;
    const lines = [terminal.statuses[0], terminal.statuses.length, terminal.statuses.at(-1)];
    expect([read.ok, lines]).toEqual([
      true,
      [
        `Reading: User profiles (1 of ${count})`,
        count,
        `Reading: The Antimalware Scan Interface (${count} of ${count})`,
      ],
    ]);
  });

  it('ends the command as cancelled on Ctrl-C, and listens to it no longer', async () => {
    const terminal = new FakeTerminal();

    const reading = readMachine(await practice(100), terminal, english);
    terminal.interrupt();

    expect([await reading, terminal.isListening]).toEqual([
      {
        ok: false,
        end: { exit: 'cancelled', says: [{ id: 'scan.stopped' }] },
      },
      false,
    ]);
  });
});
