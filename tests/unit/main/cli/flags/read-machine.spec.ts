import { describe, expect, it } from 'vitest';
import { readMachine } from '../../../../../src/main/cli/flags/read-machine.ts';
import { PracticeMachine } from '../../../../../src/main/machine/practice/practice-machine.ts';
import { home } from '../../../../../src/main/machine/practice/computers/home.ts';
import { isOnRequest, sectionNames } from '../../../../../src/shared/domain/sections.ts';
import { message } from '../../../../../src/shared/domain/message.ts';
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

    const count = sectionNames.filter((name) => !isOnRequest(name)).length;
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

  it('asks for what is read on request only when it is told to', async () => {
    const states = [undefined, { disks: 'fixed' } as const].map(async (deep) => {
      const read = await readMachine(await practice(0), new FakeTerminal(), english, deep);
      return read.ok && read.value.executables;
    });

    const [without, deep] = await Promise.all(states);
    expect([
      without,
      deep && deep.items.map(({ path, signature }) => [path, signature?.status]),
    ]).toEqual([
      {
        state: 'unreadable',
        items: [],
        gaps: [
          {
            subject: 'executables',
            reason: 'notCollected',
            detail: message('gap.notAsked'),
            needsAdministrator: false,
          },
        ],
      },
      home.inventory.files.items
        .filter(({ companyName }) => companyName === 'AO Kaspersky Lab')
        .map(({ path }) => [path, 'valid']),
    ]);
  });

  it('ends the command as cancelled on Ctrl-C, and listens to it no longer', async () => {
    const terminal = new FakeTerminal();

    const reading = readMachine(await practice(100), terminal, english);
    terminal.interrupt();

    expect([await reading, terminal.isListening]).toEqual([
      {
        ok: false,
        end: { exit: 'cancelled', says: [{ id: 'terminal.readingStopped' }] },
      },
      false,
    ]);
  });
});
