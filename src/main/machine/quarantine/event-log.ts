import { existsSync, renameSync, rmSync } from 'node:fs';
import type { ActionOf } from '../../../shared/domain/action.ts';
import { message } from '../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../shared/windows/command-line.ts';
import { writing } from '../../disk/cannot-write.ts';
import { exited, type Performer } from '../windows/perform/performer.ts';
import type { QuarantineBench } from '../windows/perform/quarantine-control.ts';
import { quarantineKey, returnKey } from './key.ts';
import { eventLogOf } from './vendor-places.ts';

type Take = ActionOf<'quarantineEventLog'>;
type Return = ActionOf<'returnEventLog'>;

/** Has Windows copy the events of a log into the quarantine, then takes its key there like every other one. */
export const quarantineEventLog: Performer<Take, QuarantineBench> = {
  command: ({ key }) => formatCommandLine('reg.exe', ['delete', key, '/f']),
  refuse: ({ key }, here) =>
    eventLogOf(key) === null
      ? message('refused.notAVendorKey', { key })
      : quarantineKey.refuse(asKey(key), here),
  before: ({ key }, here, context) => quarantineKey.before(asKey(key), here, context),
  act({ key }, before, context, here) {
    if (before?.kind !== 'keptKey') throw new Error('It was not remembered where it goes.');
    const code = exportOnce(key, before.kept, here);
    return code === 0 ? quarantineKey.act(asKey(key), before, context, here) : exited(code, here);
  },
};

/** Puts its key back. Windows never took the file with the events away, so that their copy is needed no longer. */
export const returnEventLog: Performer<Return, QuarantineBench> = {
  command: (action) => returnKey.command(asReturn(action), { get: () => undefined }),
  refuse: (action, here) => returnKey.refuse(asReturn(action), here),
  before: (action, here, context) => returnKey.before(asReturn(action), here, context),
  async act(action, before, context, here) {
    const done = await returnKey.act(asReturn(action), before, context, here);
    if (done.exitCode === 0) rmSync(copyBeside(action.kept), { force: true });
    return done;
  },
};

function asKey(key: string): ActionOf<'quarantineKey'> {
  return { kind: 'quarantineKey', key, expected: {} };
}

function asReturn({ key, kept }: Return): ActionOf<'returnKey'> {
  return { kind: 'returnKey', key, kept };
}

function copyBeside(kept: string): string {
  return `${kept}.evtx`;
}

/** ERROR_EVT_CHANNEL_NOT_FOUND: it is registered, and the service of events does not have it. Source: `winerror.h`. */
const noSuchLog = 15_007;

/** A copy that was finished before a crash is the one that is whole: half of its key may be gone since. */
function exportOnce(key: string, kept: string, { events }: QuarantineBench): number {
  const whole = copyBeside(kept);
  if (existsSync(whole)) return 0;
  const half = `${whole}.half`;
  rmSync(half, { force: true });
  const code = events.exportLog(eventLogOf(key) ?? '', half);
  if (code === 0 && existsSync(half)) writing(whole, () => renameSync(half, whole));
  return code === noSuchLog ? 0 : code;
}
