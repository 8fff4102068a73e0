import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isNamedInLog } from '../../../../../../src/main/machine/windows/worker/names-in-log.ts';
import { temporaryFolder } from '../../../../../support/temporary-folder.ts';

async function isNamed(...lines: readonly string[]): Promise<boolean> {
  const path = join(temporaryFolder(), 'msi.log');
  writeFileSync(path, `\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le');
  return await isNamedInLog(path, ['KLPASSWD', 'KLUNINSTPASSWD']);
}

describe('the log of an installer', () => {
  it.each([
    'Action start 12:00:00: CheckPassword. KLPASSWD',
    'CustomAction: value of KLPASSWD does not match',
    'Передайте KLPASSWD или KLLOGIN',
    "Property 'KLUNINSTPASSWD' is required",
  ])('names a password property: %s', async (line) => {
    expect(await isNamed('Beginning', line, 'End')).toBe(true);
  });

  it.each([
    'Command Line: REBOOT=ReallySuppress KLPASSWD=********',
    "PROPERTY CHANGE: Adding KLPASSWD property. Its value is '**********'.",
    'Property(S): KLPASSWD = **********',
    'MSI (s): KLPASSWD="********" KLLOGIN="KLAdmin"',
    'SecureCustomProperties = A;KLPASSWD;B',
    'KLPASSWDAREA was not given',
    'MYKLPASSWD is nothing of ours',
    'The password is wrong',
  ])('says nothing where it only lists what it was given: %s', async (line) => {
    expect(await isNamed(line)).toBe(false);
  });

  it('that is not there names nothing', async () => {
    expect(await isNamedInLog(join(temporaryFolder(), 'none.log'), ['KLPASSWD'])).toBe(false);
  });
});
