/** Runs on the Windows of the lab: goes to the shell of the desktop, or lets one of its own open an address. */
import { readFileSync } from 'node:fs';
import koffi from 'koffi';
import { inApartment } from '../../../src/main/machine/windows/com/in-apartment.ts';
import { openByDesktop } from '../../../src/main/machine/windows/com/open-by-desktop.ts';
import { guid } from '../../../src/main/machine/windows/ffi/com.ts';
import {
  activeView,
  desktopWindow,
  openByShell,
  queried,
  shellWindows,
  topLevelBrowser,
} from '../../../src/main/machine/windows/ffi/desktop-shell.ts';
import { ole32 } from '../../../src/main/machine/windows/ffi/ole32.ts';

const { address } = JSON.parse(readFileSync(0, 'utf8')) as { readonly address?: string };
const serviceProvider = async (window: bigint) => await queried(window, 'serviceProvider');
const way = { desktopWindow, serviceProvider, topLevelBrowser, activeView };

async function reached(): Promise<readonly string[]> {
  const names: string[] = [];
  let found = await shellWindows();
  for (const [name, step] of Object.entries(way)) {
    if (!found.ok) return names;
    found = await step(found.value);
    if (found.ok) names.push(name);
  }
  return names;
}

/** `Shell.Application`, in an apartment of this thread, so that nothing lies between us and it. */
function ownShell(): bigint {
  koffi.load('ole32.dll').func('int32 __stdcall CoInitialize(void *reserved)')(null);
  const result = new BigUint64Array(1);
  const shell = guid('13709620-C279-11CE-A49E-444553540000');
  const dispatch2 = guid('A4C6892C-3BA9-11D2-9DEA-00C04FB16162');
  ole32().CoCreateInstance(shell, null, 1, dispatch2, result);
  return result[0] ?? 0n;
}

const said =
  address === undefined
    ? await inApartment(async () => ({
        reached: await reached(),
        opened: await openByDesktop('https://invalid/'),
      }))
    : { code: await openByShell(ownShell(), address) };
console.log(JSON.stringify(said));
process.exit(0);
