import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../../shared/windows/command-line.ts';
import { refuseValue } from './defender-targets.ts';
import { exited, type Performer, type Switchboard } from './performer.ts';
import { refuseHere } from './refuse-here.ts';

const notFound: readonly number[] = [2, 3];

/** Puts back a value that was taken away. */
export const writeRegistryValue: Performer<ActionOf<'writeRegistryValue'>, Switchboard> = {
  command: ({ key, name, data }) =>
    formatCommandLine('reg.exe', ['add', key, '/v', name, '/t', 'REG_DWORD', '/d', String(data)]),
  refuse: (action, { control }) =>
    refuseValue(action) ?? refuseHere(action, control) ?? refusePresent(action, control),
  before: ({ key, name }, { control }) => {
    const now = control.readNumber(key, name);
    if ('value' in now) return { value: { kind: 'registryNumber', data: now.value } };
    return notFound.includes(now.code) ? { value: { kind: 'registryNumber', data: null } } : now;
  },
  act: ({ key, name, data }, before, _context, here) => {
    const isThere = before?.kind === 'registryNumber' && before.data === data;
    return exited(isThere ? 0 : here.control.writeNumber(key, name, data), here);
  },
};

/** Somebody else has written it meanwhile; theirs is the later word. */
function refusePresent(
  { key, name, data }: ActionOf<'writeRegistryValue'>,
  control: Switchboard['control'],
): Message | null {
  const now = control.readNumber(key, name);
  if ('code' in now || now.value === data) return null;
  return message('refused.writtenSince', { value: `${key}\\${name}`, now: String(now.value) });
}
