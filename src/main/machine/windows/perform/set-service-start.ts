import type { ActionOf, StartType } from '../../../../shared/domain/action.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../../shared/windows/command-line.ts';
import type { Asked, DefenderControl } from './defender-control.ts';
import { refuseStart } from './defender-targets.ts';
import { exited, type Performer, type Switchboard } from './performer.ts';
import { startNumber, startTypeOf } from './start-types.ts';

/** Changes how Windows starts a service or driver of Microsoft Defender. */
export const setServiceStart: Performer<ActionOf<'setServiceStart'>, Switchboard> = {
  command: ({ name, start }) => formatCommandLine('sc.exe', ['config', name, 'start=', start]),
  refuse: (action, { control }) => refuseStart(action) ?? refuseChanged(action, control),
  before: ({ name }, { control }) => {
    const now = readStart(name, control);
    return 'code' in now ? now : { value: { kind: 'serviceStart', start: now.value } };
  },
  act: ({ name, start }, before, _context, here) => {
    const isThere = before?.kind === 'serviceStart' && before.start === start;
    return exited(isThere ? 0 : here.control.writeStart(name, startNumber[start]), here);
  },
};

const invalidData = 13;

function readStart(name: string, control: DefenderControl): Asked<StartType> {
  const now = control.readStart(name);
  if ('code' in now) return now;
  const type = startTypeOf(now.value);
  return type === undefined ? { code: invalidData } : { value: type };
}

/** Somebody else has decided meanwhile; theirs is the later word. */
function refuseChanged(
  { name, start, expected }: ActionOf<'setServiceStart'>,
  control: DefenderControl,
): Message | null {
  const now = readStart(name, control);
  if ('code' in now || now.value === start || now.value === expected) return null;
  return message('refused.startChanged', { name, now: now.value, expected });
}
