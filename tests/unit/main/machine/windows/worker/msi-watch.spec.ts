import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { message } from '../../../../../../src/shared/domain/message.ts';
import { watchMsi } from '../../../../../../src/main/machine/windows/worker/msi-watch.ts';
import type { Doing } from '../../../../../../src/main/machine/windows/watch/doing.ts';
import type { Watchable } from '../../../../../../src/main/machine/windows/watch/doing-teller.ts';
import type { WorkerEvent } from '../../../../../../src/main/machine/windows/worker-client/protocol.ts';

const usage = () => null;
const service: Watchable = { pid: 812, image: 'msiexec.exe', usage };
const libraries: Watchable = { pid: 21, image: 'MsiExec.exe', usage };
const program: Watchable = { pid: 20, image: 'avpuninst.exe', usage };
const window: Doing = { does: 'showsWindow', program: program.image, title: '', unseen: true };
const works: Doing = { does: 'works', programs: [] };

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** A removal with a limit of a minute; ending a process is enough for it to be gone. */
function removal(doing: () => Doing) {
  const alive = new Set([service, libraries, program]);
  const endings: string[] = [];
  const events: WorkerEvent[] = [];
  const watch = watchMsi(performance.now() + 60_000, (event) => events.push(event), {
    now: () => performance.now(),
    tree: { look: () => [...alive], isService: ({ pid }) => pid === service.pid },
    teller: ({ onDoing }) => ({
      look: () => onDoing(doing()),
      tellNow() {
        onDoing(doing());
        return doing();
      },
    }),
    services: () => new Set([service.pid]),
    end(pid) {
      const one = [...alive].find((each) => each.pid === pid);
      if (one !== undefined) alive.delete(one);
      endings.push(`${one?.image ?? '?'} after ${performance.now() / 1000} s`);
      return true;
    },
  });
  const begun = performance.now();
  const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);
  return { watch, endings, events, pass, begun };
}

describe('a removal by Windows Installer', () => {
  it('is told about when it does anything but work, and then that it works again', () => {
    let doing: Doing = works;
    const { events, pass, watch } = removal(() => doing);
    pass(1);
    doing = window;
    pass(0.5);
    doing = works;
    pass(1);
    watch.stop();
    pass(100);
    expect(events).toEqual([
      { kind: 'doing', doing: window },
      { kind: 'waiting', waitingFor: message('waiting.windowsInstaller') },
    ]);
  });

  it('that hears nothing at its limit loses first the program it waits for, then its libraries, never the service', () => {
    const { endings, pass, watch } = removal(() => window);
    pass(59.5);
    const before = [watch.doing(), watch.ended()];
    pass(600);
    expect([before, watch.doing(), watch.ended(), endings]).toEqual([
      [null, []],
      window,
      ['avpuninst.exe', 'MsiExec.exe'],
      ['avpuninst.exe after 70 s', 'MsiExec.exe after 80 s'],
    ]);
  });

  it('that answers after its limit is left to take everything back', () => {
    const { endings, pass, watch } = removal(() => works);
    pass(65);
    watch.heard();
    pass(600);
    expect([endings, watch.ended()]).toEqual([[], []]);
  });
});
