import { describe, expect, it } from 'vitest';
import type { Performer } from '../../../../../src/main/machine/windows/perform/performer.ts';
import { performers } from '../../../../../src/main/machine/windows/performers.ts';
import type { Secrets } from '../../../../../src/main/machine/machine.ts';
import type { Action } from '../../../../../src/shared/domain/action.ts';

const code = '{0F05E4E5-0001-4A1B-8C2D-3E4F5A6B7C01}';

function commandOf(action: Action, secrets: Secrets): string {
  return (performers[action.kind] as Performer<Action, unknown>).command(action, secrets);
}

describe('the command of an action', () => {
  it('shows of a password only that there was one', () => {
    const text = commandOf(
      {
        kind: 'uninstallMsi',
        productCode: code,
        properties: { RESTOREQTN: '0' },
        secretProperties: [
          { name: 'KLUNINSTPASSWD', secret: 'agent', encoding: 'utf16leHex' },
          { name: 'KLPASSWD', secret: 'kaspersky', encoding: 'plain' },
        ],
      },
      { get: (ref) => (ref === 'agent' ? 'A' : undefined) },
    );
    expect(text).toBe(
      `msiexec.exe /x ${code} /qn REBOOT="ReallySuppress" RESTOREQTN="0" KLUNINSTPASSWD=********`,
    );
  });

  it('shows a program with its arguments as they are', () => {
    const text = commandOf(
      {
        kind: 'runUninstaller',
        program: 'C:\\a b\\u.exe',
        args: ['/S', '/D=c d'],
        workingFolder: 'C:\\',
        maker: null,
      },
      { get: () => 'never asked' },
    );
    expect(text).toBe('"C:\\a b\\u.exe" /S "/D=c d"');
  });

  it.each([
    [{ kind: 'startService', name: 'WinDefend' }, '"sc.exe" start WinDefend'],
    [
      { kind: 'setServiceStart', name: 'WinDefend', start: 'auto', expected: 'disabled' },
      '"sc.exe" config WinDefend start= auto',
    ],
    [
      {
        kind: 'removeRegistryValue',
        key: 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender',
        name: 'PassiveMode',
        expectedData: 1,
      },
      '"reg.exe" delete "HKLM\\SOFTWARE\\Microsoft\\Windows Defender" /v PassiveMode /f',
    ],
    [
      {
        kind: 'writeRegistryValue',
        key: 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender',
        name: 'PassiveMode',
        data: 1,
      },
      '"reg.exe" add "HKLM\\SOFTWARE\\Microsoft\\Windows Defender" /v PassiveMode /t REG_DWORD /d 1',
    ],
    [{ kind: 'updateDefenderSignatures' }, 'MpCmdRun.exe -SignatureUpdate'],
  ] as const)('writes a change of Microsoft Defender as a command: %o', (action, command) => {
    expect(commandOf(action, { get: () => 'never asked' })).toBe(command);
  });
});
