import type { ActionOf } from '../../../../shared/domain/action.ts';
import { formatCommandLine } from '../../../../shared/windows/command-line.ts';
import { refuseValue } from './defender-targets.ts';
import { exited, type Performer, type Switchboard } from './performer.ts';
import { refuseHere } from './refuse-here.ts';

/** Takes away a value that switches Microsoft Defender off. */
export const removeRegistryValue: Performer<ActionOf<'removeRegistryValue'>, Switchboard> = {
  command: ({ key, name }) => formatCommandLine('reg.exe', ['delete', key, '/v', name, '/f']),
  refuse: (action, { control }) =>
    refuseValue(action) ?? refuseHere(action, control) ?? refuseOtherData(action, control),
  before: ({ key, name }, { control }) => {
    const now = control.readNumber(key, name);
    return 'code' in now ? now : { value: { kind: 'registryNumber', data: now.value } };
  },
  act: ({ key, name }, _before, _context, here) =>
    exited(here.control.removeValue(key, name), here),
};

function refuseOtherData(
  { key, name, expectedData }: ActionOf<'removeRegistryValue'>,
  control: Switchboard['control'],
): string | null {
  const now = control.readNumber(key, name);
  if ('code' in now || now.value === expectedData) return null;
  return `${key}\\${name} holds ${now.value} and no longer ${expectedData}, so it was left alone. Scan the computer again.`;
}
