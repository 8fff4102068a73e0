import { message, quoted, type Message } from '../../../../shared/domain/message.ts';
import { kernel32 } from '../ffi/kernel32.ts';
import { bytesAt } from '../ffi/library.ts';
import { toWide } from '../ffi/wide-string.ts';
import { describeWin32Error } from '../ffi/win32-error.ts';
import { wtsapi32 } from '../ffi/wtsapi32.ts';

/** What the sessions of a computer answer; `why` is what Windows says against it. */
export interface Sessions {
  /** Those in which somebody is signed in and sees a desktop. */
  readonly active: () => readonly number[] | { readonly why: string };
  /** Null where it is shown. */
  readonly show: (session: number, title: string, text: string) => string | null;
}

/**
 * Shows a message to everybody who is signed in, from the session of services too, and does not wait for them. Null, or why
 * nobody saw it.
 */
export function notifyPersons(
  title: string,
  text: string,
  sessions: Sessions = windowsSessions,
): Message | null {
  const active = sessions.active();
  if ('why' in active) return notShown(active.why);
  if (active.length === 0)
    return message('run.notNotified', { why: message('run.nobodySignedIn') });
  const failures = active.map((session) => sessions.show(session, title, text));
  const failed = failures.find((failure) => failure !== null);
  return failures.includes(null) || failed === undefined ? null : notShown(failed);
}

function notShown(why: string): Message {
  return message('run.notNotified', { why: quoted(why) });
}

function lastError(): string {
  return describeWin32Error(kernel32().GetLastError());
}

/** `WTS_SESSION_INFOW` of 64-bit Windows: its size, and where its fields lie. Source: Microsoft, `wtsapi32.h`. */
const info = { size: 24, session: 0, state: 16 } as const;
const active = 0;

/** `MB_ICONINFORMATION`, with one button. */
const style = 0x40;

/** Nobody has to close it: it goes by itself after some hours. */
const seconds = 4 * 60 * 60;

const windowsSessions: Sessions = {
  active() {
    const [sessions, count] = [new BigUint64Array(1), new Uint32Array(1)];
    if (wtsapi32().WTSEnumerateSessionsW(null, 0, 1, sessions, count) === 0)
      return { why: lastError() };
    const pointer = sessions[0] ?? 0n;
    if (pointer === 0n) return [];
    try {
      const length = (count[0] ?? 0) * info.size;
      const bytes = Buffer.from(bytesAt(pointer, length));
      return Array.from({ length: count[0] ?? 0 }, (_, index) => index * info.size)
        .filter((at) => bytes.readUInt32LE(at + info.state) === active)
        .map((at) => bytes.readUInt32LE(at + info.session));
    } finally {
      wtsapi32().WTSFreeMemory(pointer);
    }
  },
  show(session, title, text) {
    const [head, body] = [toWide(title), toWide(text)];
    const shown = wtsapi32().WTSSendMessageW(
      null,
      session,
      head,
      head.length - 2,
      body,
      body.length - 2,
      style,
      seconds,
      new Uint32Array(1),
      0,
    );
    return shown === 0 ? lastError() : null;
  },
};
