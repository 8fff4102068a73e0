import { message, type Message } from '../../../../shared/domain/message.ts';
import type { LogEntry } from '../../../../shared/domain/run/log-entry.ts';
import { eventTypes, reportEvent } from '../ffi/event-log.ts';
import { systemFolder } from '../ffi/library.ts';
import { rewriteMachineKey } from '../ffi/registry-write.ts';
import { describeWin32Error } from '../ffi/win32-error.ts';

const source = 'Cutover';
const sourceKey = String.raw`HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Application\Cutover`;

/**
 * Writes an entry into the log "Application". The source is registered as Windows' own `eventcreate` registers one, with the
 * file that has the message `%1` for the numbers 1 to 1000: so every viewer shows the text, and no library of ours has to
 * stay where the log is read. Null, or why it could not be written.
 */
export function logEnd({ id, severity, text }: LogEntry): Message | null {
  const registered = rewriteMachineKey(sourceKey, {
    CustomSource: 1,
    TypesSupported: eventTypes.error | eventTypes.warning | eventTypes.information,
    EventMessageFile: `${systemFolder()}\\EventCreate.exe`,
  });
  const written = reportEvent(source, eventTypes[severity], id, text);
  const code = written === 0 ? registered : written;
  return code === 0 ? null : message('run.notLogged', { why: describeWin32Error(code) });
}
