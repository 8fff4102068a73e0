import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
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
): Message | null {
  const now = control.readNumber(key, name);
  if ('code' in now || now.value === expectedData) return null;
  const value = `${key}\\${name}`;
  return message('refused.otherData', {
    value,
    now: String(now.value),
    expected: String(expectedData),
  });
}
