import { expect, it } from 'vitest';
import { undoOf, type Action } from '../../../../src/shared/domain/action.ts';

const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';

it.each<[Action, string]>([
  [{ kind: 'uninstallMsi', productCode: '{0}', properties: {}, secretProperties: [] }, 'installer'],
  [{ kind: 'runUninstaller', program: 'u.exe', args: [], workingFolder: 'C:\\' }, 'installer'],
  [{ kind: 'startService', name: 'WinDefend' }, 'Stop the service WinDefend'],
  [{ kind: 'setServiceStart', name: 'WinDefend', start: 'auto' }, 'start of the service WinDefend'],
  [
    { kind: 'removeRegistryValue', key, name: 'PassiveMode', expectedData: 1 },
    `Write the value PassiveMode (REG_DWORD 1) again below ${key}.`,
  ],
  [{ kind: 'updateDefenderSignatures' }, 'Cannot be undone'],
])('says how %o is undone', (action, words) => {
  expect(undoOf(action)).toContain(words);
});
