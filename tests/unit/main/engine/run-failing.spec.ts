import { describe, expect, it } from 'vitest';
import { managed, passwords, prepare, record, withEnd } from '../../../support/practice-run.ts';

describe('a run in which an uninstaller fails', () => {
  it('believes the machine and not an exit code of success, and keeps the agent', async () => {
    const lying = withEnd({ how: 'exits', exitCode: 0, message: null }, 'none');
    const { machine, folder } = await prepare('business', lying);
    const told = await record({ machine, folder, choice: managed, secrets: passwords });
    expect([told.exit, told.steps]).toEqual([
      'stillPresent',
      [
        'Kaspersky Endpoint Security for Windows: stillPresent',
        'Kaspersky Security Center Network Agent: notRun',
      ],
    ]);
  });

  it('does not ask for one restart after the other when none of them does it', async () => {
    const insisting = withEnd({ how: 'exits', exitCode: 3010, message: null }, 'none');
    const { machine, folder } = await prepare('family-pc', insisting);
    const trial = { machine, folder, choice: { only: ['vpn'], ...managed } };
    const outcomes: unknown[] = [];
    for (let restarts = 0; restarts < 3; restarts += 1) {
      outcomes.push((await record(trial)).outcome);
      machine.restart();
    }
    expect(outcomes).toEqual(['restartNeeded', 'stillPresent', 'stillPresent']);
  });

  it('gives up an uninstaller that hangs and says so', async () => {
    const hanging = withEnd({ how: 'hangs', waitingFor: 'a window' }, 'none');
    const { machine, folder } = await prepare('family-pc', hanging);
    const told = await record({ machine, folder, choice: { only: ['vpn'], ...managed } });
    expect([told.exit, told.steps]).toEqual(['timedOut', ['Kaspersky VPN: timedOut']]);
  });

  it('goes on with the others', async () => {
    const { machine, folder } = await prepare('family-pc', (computer) => ({
      ...computer,
      effects: computer.effects.map((effect, index) =>
        index === 1 ? { ...effect, end: { how: 'crashes', message: 'Access violation' } } : effect,
      ),
    }));
    const told = await record({ machine, folder, choice: { all: true, ...managed } });
    expect([told.outcome, told.steps]).toEqual([
      'uninstallerFailed',
      [
        'Kaspersky VPN: failed',
        'Kaspersky: restartNeeded',
        'Kaspersky Security Center Network Agent: removed',
      ],
    ]);
  });

  it('tries again with the right password when it is started once more', async () => {
    const { machine, folder } = await prepare('business');
    const wrong = { kaspersky: 'wrong', agent: 'practice' };
    const first = await record({ machine, folder, choice: managed, secrets: wrong });
    const second = await record({ machine, folder, choice: managed, secrets: passwords });
    expect([first.exit, first.steps, second.exit, second.starts]).toEqual([
      'passwordWrong',
      [
        'Kaspersky Endpoint Security for Windows: passwordWrong',
        'Kaspersky Security Center Network Agent: notRun',
      ],
      'restartNeeded',
      2,
    ]);
  });

  it('says that a password is missing when none was given', async () => {
    const { machine, folder } = await prepare('business');
    const told = await record({ machine, folder, choice: managed });
    expect([told.exit, told.steps]).toEqual([
      'passwordMissing',
      [
        'Kaspersky Endpoint Security for Windows: passwordMissing',
        'Kaspersky Security Center Network Agent: notRun',
      ],
    ]);
  });
});
