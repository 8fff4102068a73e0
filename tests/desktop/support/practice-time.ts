import type { ElectronApplication } from '@playwright/test';

/** How time passes for a practice computer: not at all, as in practice, or at once. */
type Passing = 'stands' | 'runs' | 'flies';

interface Timers {
  setTimeout: (
    ms?: number,
    value?: unknown,
    options?: { signal?: AbortSignal },
  ) => Promise<unknown>;
}

interface Time {
  flies: boolean;
  /** Pending while time stands. */
  goesOn: Promise<void>;
  letGo: () => void;
}

/**
 * Takes the time of the practice computers into the hand of a test, so that what it looks at is still there however
 * slow the test is. What waits already when time is stopped comes to its end; looking at the computer takes time too.
 */
export async function practiceTime(app: ElectronApplication, passing: Passing): Promise<void> {
  await app.evaluate((_electron, wanted) => {
    const world = globalThis as typeof globalThis & { practiceTime?: Time };
    const time = (world.practiceTime ??= takeTime());
    time.letGo();
    if (wanted === 'stands') time.goesOn = new Promise((resolve) => (time.letGo = resolve));
    time.flies = wanted === 'flies';

    function takeTime(): Time {
      const timers = process.getBuiltinModule('node:timers/promises') as unknown as Timers;
      const sleep = timers.setTimeout;
      const mine: Time = { flies: false, goesOn: Promise.resolve(), letGo: () => {} };
      timers.setTimeout = async (ms, value, options) => {
        const aborted = new Promise((resolve) => {
          options?.signal?.addEventListener('abort', resolve, { once: true });
        });
        if (options?.signal?.aborted !== true) await Promise.race([mine.goesOn, aborted]);
        return await sleep(mine.flies ? 0 : ms, value, options);
      };
      process.getBuiltinModule('node:module').syncBuiltinESMExports();
      return mine;
    }
  }, passing);
}
