import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';
import { toWide } from './wide-string.ts';

/** Source: Microsoft, Windows SDK header `winreg.h`. */
const shutdownFunctions = lazyLibrary('advapi32.dll', (library) => ({
  InitiateShutdownW: library.func(
    'uint32 __stdcall InitiateShutdownW(void *computer, void *message, uint32 graceSeconds, uint32 flags, uint32 reason)',
  ) as KoffiFunc<
    (
      computer: null,
      message: Buffer | null,
      graceSeconds: number,
      flags: number,
      reason: number,
    ) => number
  >,
}));

/** `SHUTDOWN_*` of `winreg.h`. */
const flags = { forceOthers: 0x1, forceSelf: 0x2, restart: 0x4 } as const;

/** `SHTDN_REASON_*` of `reason.h`: planned, an application, its installation. Windows keeps it in its event log. */
const plannedInstallation = 0x8004_0002;

export interface RestartRequest {
  readonly delaySeconds: number;
  readonly message: string | null;
  readonly force: boolean;
}

/** Has Windows restart this computer, for which the right to shut it down has to be switched on; 0 or a Windows error number. */
export function initiateRestart({ delaySeconds, message, force }: RestartRequest): number {
  const text = message === null ? null : toWide(message);
  const how = flags.restart | (force ? flags.forceOthers | flags.forceSelf : 0);
  const { InitiateShutdownW } = shutdownFunctions();
  return InitiateShutdownW(null, text, delaySeconds, how, plannedInstallation);
}
