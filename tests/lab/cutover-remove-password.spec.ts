import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { english } from '../../src/shared/words/english.ts';
import { encodeHexPassword } from '../../src/shared/windows/hex-password.ts';
import { type Ran, outcomes, removeOn } from './support/cutover-run.ts';
import { passwords, productCodes } from './support/fixture-facts.ts';
import { no32Bit, noLab, serviceState } from './support/lab-spec.ts';
import {
  effectOf,
  onlyOurs,
  prepared,
  type Prepared,
  unnamed,
} from './support/prepared-machine.ts';
import { filesWith, watchProcesses } from './support/secret-watch.ts';

const kes = 'Kaspersky Endpoint Security for Windows';
const agent = 'Kaspersky Security Center Network Agent';
const { password } = passwords.kes;
const hex = encodeHexPassword(passwords.agent.password);

/** What a machine has of a product: its service, its files and its entry. */
async function presence({ machine }: Prepared, service: string, file: string, code: string) {
  return {
    service: await serviceState(machine, service),
    file: machine.exists(file),
    entry: (await machine.readReg(`HKLM\\${uninstallKey(file)}\\${code}`)) !== undefined,
  };
}

function uninstallKey(file: string): string {
  const view = file.includes('(x86)') ? 'SOFTWARE\\WOW6432Node' : 'SOFTWARE';
  return `${view}\\Microsoft\\Windows\\CurrentVersion\\Uninstall`;
}

const kesProgram = `C:\\Program Files\\Kaspersky Lab\\${kes}\\avp.exe`;
const kesOn = (on: Prepared) => presence(on, 'AVP.KES.21.13', kesProgram, productCodes.kes);
const there = { service: 'RUNNING', file: true, entry: true };
const gone = { service: undefined, file: false, entry: false };

describe.skipIf(noLab)('removing a product that is protected by a password', () => {
  let on: Prepared;
  beforeAll(async () => {
    on = await prepared({
      products: ['kes'],
      files: { 'C:\\wrong.txt': 'not it\r\n', 'C:\\empty.txt': '\r\n' },
    });
  });
  afterAll(() => on?.machine.destroy());

  test('without the password it stays, and the exit code says that a password is missing', async () => {
    const ran = await removeOn(on.machine);
    expect([ran.exitCode, ran.record.outcome, outcomes(ran), await kesOn(on)]).toEqual([
      2005,
      'passwordMissing',
      [[kes, 'passwordMissing', 1603]],
      there,
    ]);
  });

  test('a wrong password is told apart from a missing one, and it stays', async () => {
    const ran = await removeOn(on.machine, ['--password-file', 'C:\\wrong.txt']);
    expect([ran.exitCode, ran.record.outcome, outcomes(ran), await kesOn(on)]).toEqual([
      2006,
      'passwordWrong',
      [[kes, 'passwordWrong', 1603]],
      there,
    ]);
  });

  test('after both refusals the machine is as it was', async () => {
    const effect = effectOf(on, await on.machine.snapshot());
    expect(effect).toMatchObject(onlyOurs);
    expect(effect.remaining).toEqual(effectOf(on, on.full).remaining);
  });

  describe('with the right password on standard input', () => {
    let ran: Ran;
    let watch: unknown;
    let begun: number;
    beforeAll(async () => {
      begun = Date.now();
      const removal = async () =>
        removeOn(on.machine, ['--password-stdin'], { stdin: `${password}\n` });
      ({ value: ran, watch } = await watchProcesses(
        on.machine,
        [password, encodeHexPassword(password)],
        removal,
      ));
    });

    test('it is removed', async () => {
      expect([ran.exitCode, outcomes(ran), await kesOn(on)]).toEqual([
        0,
        [
          [kes, 'removed', 0],
          ['C:\\ProgramData\\Kaspersky Lab', 'done', 0],
        ],
        gone,
      ]);
    });

    test('the password is on no command line, in no environment, and in no file', async () => {
      await on.machine.stop();
      const prefix = dirname(on.machine.toLinux('C:\\'));
      expect({
        watch,
        files: await filesWith([password, encodeHexPassword(password)], prefix, begun),
        printed: ran.output.includes(password),
      }).toEqual({ watch: { leaks: [], sawWorker: true }, files: [], printed: false });
    });

    test('what vanished came with it, what stayed is named, and nothing else changed', async () => {
      const effect = effectOf(on, await on.machine.snapshot());
      expect(effect).toMatchObject(onlyOurs);
      expect(effect.remaining).toEqual([]);
    });
  });
});

const agentProgram = 'C:\\Program Files (x86)\\Kaspersky Lab\\NetworkAgent\\klnagent.exe';
const agentOn = (on: Prepared) => presence(on, 'klnagent', agentProgram, productCodes.agent);

describe.skipIf(no32Bit)('removing a product that a Network Agent manages', () => {
  let on: Prepared;
  beforeAll(async () => {
    on = await prepared({
      products: ['kes', 'agent'],
      files: {
        // Notepad saves UTF-8 with a mark, and PowerShell's ">" UTF-16.
        'C:\\kes.txt': `\uFEFF${password}\r\n`,
        'C:\\agent.txt': `\uFEFF${passwords.agent.password}\r\n`,
      },
    });
  });
  afterAll(() => on?.machine.destroy());

  test('it is a hard stop until the operator says that the Security Center is theirs', async () => {
    const ran = await removeOn(on.machine, [
      '--only',
      'endpoint',
      '--password-file',
      'C:\\kes.txt',
    ]);
    const stops = ran.record.plan.hazards.filter(({ severity }) => severity === 'stop');
    expect([ran.exitCode, ran.record.outcome, outcomes(ran), stops.map(({ id }) => id)]).toEqual([
      2004,
      'stopped',
      [[kes, 'notRun', null]],
      ['managed-by-security-center'],
    ]);
    expect(english.sentences(ran.record.summary)).toContain('--managed-by-us');
    expect([await kesOn(on), await agentOn(on)]).toEqual([there, there]);
  });

  test('with the word of the operator both go, the agent last, each with its own password', async () => {
    const begun = Date.now();
    const secrets = [password, passwords.agent.password, hex, hex.toLowerCase()];
    const removal = async () =>
      removeOn(on.machine, [
        '--managed-by-us',
        '--password-file',
        'kaspersky=C:\\kes.txt',
        '--password-file',
        'agent=C:\\agent.txt',
      ]);
    const { value: ran, watch } = await watchProcesses(on.machine, secrets, removal);
    const present = [await kesOn(on), await agentOn(on)];
    const after = await on.machine.snapshot();
    const prefix = dirname(on.machine.toLinux('C:\\'));
    expect({
      exitCode: ran.exitCode,
      steps: outcomes(ran).filter(([, outcome]) => outcome === 'removed'),
      present,
      watch,
      files: await filesWith(secrets, prefix, begun),
    }).toEqual({
      exitCode: 0,
      steps: [
        [kes, 'removed', 0],
        [agent, 'removed', 0],
      ],
      present: [gone, gone],
      watch: { leaks: [], sawWorker: true },
      files: [],
    });
    const effect = effectOf(on, after);
    expect(effect).toMatchObject(onlyOurs);
    expect(unnamed(ran.record, effect.remaining)).toEqual([]);
  });
});
