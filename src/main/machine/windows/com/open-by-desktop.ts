import {
  activeView,
  application,
  desktopWindow,
  openByShell,
  queried,
  shellWindows,
  topLevelBrowser,
  viewBackground,
} from '../ffi/desktop-shell.ts';
import { releaseCom, type ComAnswer } from '../ffi/com.ts';
import { user32 } from '../ffi/user32.ts';
import { inApartment } from './in-apartment.ts';
import { withTimeLimit } from './time-limit.ts';

/** An Explorer that hangs must not hold the window up. */
const patienceMs = 5000;
/** `ASFW_ANY`: whoever opens the address next may come to the front. */
const anyProcess = 0xffff_ffff;

/**
 * Opens an address as the person at the desktop would: the desktop's own shell does it, in its process and with its
 * rights. Started by us, the browser would have ours, and which program it is would be said by settings of the person.
 * False where there is no desktop or it does not answer. Source: R. Chen, "How can I launch an unelevated process from my
 * elevated process, redux" (Microsoft, The Old New Thing, 2013).
 */
export async function openByDesktop(address: string): Promise<boolean> {
  const opened = await withTimeLimit(
    patienceMs,
    inApartment(async () => await open(address)),
  );
  return !opened.timedOut && opened.value;
}

type Step = (object: bigint) => Promise<ComAnswer<bigint>>;

/** From the list of the shell's windows to the shell that runs the desktop. */
const way: readonly Step[] = [
  desktopWindow,
  async (window) => await queried(window, 'serviceProvider'),
  topLevelBrowser,
  activeView,
  viewBackground,
  async (background) => await queried(background, 'folderView'),
  application,
  async (found) => await queried(found, 'shell'),
];

async function open(address: string): Promise<boolean> {
  const held: bigint[] = [];
  try {
    let found = await shellWindows();
    for (const step of way) {
      if (!found.ok) return false;
      held.push(found.value);
      found = await step(found.value);
    }
    if (!found.ok) return false;
    held.push(found.value);
    user32().AllowSetForegroundWindow(anyProcess);
    return (await openByShell(found.value, address)) === 0;
  } finally {
    for (const object of held.toReversed()) await releaseCom(object);
  }
}
