import { message, type Message } from '../../../../shared/domain/message.ts';
import type { Workbench } from './repair-control.ts';

/** Refuses a change in the settings of a person that can be opened neither in Windows nor from their file. */
export function refuseClosed(
  userSid: string | null,
  { repair, describeError }: Workbench,
): Message | null {
  const code = userSid === null ? 0 : repair.reachSettings(userSid);
  if (userSid === null || code === 0) return null;
  return message('refused.settingsClosed', { person: userSid, said: describeError(code) });
}
