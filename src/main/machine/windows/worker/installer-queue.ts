/** What waiting for Windows Installer needs from the outside. */
export interface InstallerQueue {
  /** True while another installation is running. */
  readonly isBusy: () => boolean;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** True when the waiting should be given up at once. */
  readonly isStopped: () => boolean;
  /** Called again and again while it waits. */
  readonly onWaiting: () => void;
}

/** The code of Windows Installer for "another installation is in progress" (Microsoft: `ERROR_INSTALL_ALREADY_RUNNING`). */
const installAlreadyRunning = 1618;

const lookAgainMs = 1_000;
const tryAgainMs = 5_000;
const sayAgainMs = 4_000;

/**
 * Waits until no other installation runs or the moment `until` has come. `free` can be out of date when it is
 * read: another installation may begin in between, which is why {@link attemptWhenFree} tries again.
 */
export async function waitUntilFree(
  queue: InstallerQueue,
  until: number,
): Promise<'free' | 'busy' | 'stopped'> {
  let said = Number.NEGATIVE_INFINITY;
  while (queue.isBusy()) {
    if (queue.isStopped()) return 'stopped';
    if (queue.now() >= until) return 'busy';
    if (queue.now() - said >= sayAgainMs) {
      queue.onWaiting();
      said = queue.now();
    }
    await queue.sleep(lookAgainMs);
  }
  return queue.isStopped() ? 'stopped' : 'free';
}

/**
 * Runs an installation when nobody else does, and again while it answers that somebody else was faster.
 * Returns its code, 1618 when Windows Installer stayed busy, or null when the waiting was stopped.
 */
export async function attemptWhenFree(
  queue: InstallerQueue,
  until: number,
  attempt: () => Promise<number>,
): Promise<number | null> {
  for (;;) {
    const state = await waitUntilFree(queue, until);
    if (state === 'stopped') return null;
    if (state === 'busy') return installAlreadyRunning;
    const code = await attempt();
    if (code !== installAlreadyRunning || queue.now() >= until) return code;
    queue.onWaiting();
    await queue.sleep(tryAgainMs);
  }
}
