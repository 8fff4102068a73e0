import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../../../../src/main/cli/cli.ts';
import { readSecrets, type SecretOptions } from '../../../../../src/main/cli/flags/secrets.ts';
import { exitCodes } from '../../../../../src/shared/domain/run/exit-codes.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

afterEach(() => vi.unstubAllEnvs());

const read = async (options: SecretOptions, input = '') => {
  const got = await readSecrets(options, new FakeTerminal({ input }));
  return got.ok
    ? { kaspersky: got.value.all('kaspersky'), agent: got.value.all('agent') }
    : got.end;
};

describe('passwords in a variable', () => {
  it('are taken out of the environment, one a line, for each product its own', async () => {
    vi.stubEnv('KAV_PW', 'first\r\nsecond\n');
    vi.stubEnv('AGENT_PW', 'third');
    expect(await read({ passwordEnv: ['kaspersky=KAV_PW', 'agent=AGENT_PW'] })).toEqual({
      kaspersky: ['first', 'second'],
      agent: ['third'],
    });
    expect(['KAV_PW' in process.env, 'AGENT_PW' in process.env]).toEqual([false, false]);
  });

  it.each([
    ['is not set', undefined, 'passwordMissing'],
    ['is empty', '\r\n', 'passwordMissing'],
    [
      'holds guesses',
      Array.from({ length: 11 }, (_, index) => `p${index}`).join('\n'),
      'badArguments',
    ],
  ])('that %s end the command', async (_what, value, exit) => {
    vi.stubEnv('KAV_PW', value);
    expect(await read({ passwordEnv: ['KAV_PW'] })).toMatchObject({ exit });
    expect('KAV_PW' in process.env).toBe(false);
  });

  it('leave it whatever else is wrong, and no word of them is said', async () => {
    const folder = temporaryFolder();
    const log = join(folder, 'all.log');
    writeFileSync(join(folder, 'empty'), '');
    vi.stubEnv('KAV_PW', 'Gr3yGoose!');
    const terminal = new FakeTerminal();
    const where = `--log ${log} --data-folder ${folder} --password-file ${join(folder, 'empty')}`;
    const args = `remove --practice home --fast --unattended --password-env KAV_PW ${where}`;
    const code = await runCli(args.split(' '), terminal);
    expect([code, 'KAV_PW' in process.env]).toEqual([exitCodes.passwordMissing.posix, false]);
    expect(terminal.text + terminal.errorText).not.toContain('Gr3yGoose!');
  });
});
