import type { Action, ActionResult } from '../../../shared/domain/action.ts';
import type { PerformContext } from '../machine.ts';
import { deleteFirewallRule } from './com/firewall-rules.ts';
import { exportLog } from './ffi/export-log.ts';
import { describeWin32Error } from './ffi/win32-error.ts';
import { longestWorkWaitMs } from './worker/work-lock.ts';
import { workerLaunch } from './worker-client/worker-launch.ts';
import type { WindowsHere, Workers } from './perform/by-worker.ts';
import { usualLookUp } from './perform/look-up.ts';
import { carryOut, nothingKnown, type Performer } from './perform/performer.ts';
import { performers } from './performers.ts';
import {
  windowsFolders,
  windowsKeys,
  windowsServices,
} from './repair/windows-quarantine-control.ts';
import { windowsRestartControl } from './restart/windows-restart-control.ts';
import { windowsNetwork } from './repair/windows-network-control.ts';
import { windowsPackages } from './repair/windows-package-control.ts';
import { windowsRepairControl } from './repair/windows-repair-control.ts';
import { windowsTasks } from './repair/windows-task-control.ts';
import { windowsDefenderControl } from './perform/windows-defender-control.ts';

/** Performs one action on this Windows computer. Everything that can go wrong is in the result. */
export async function perform(
  action: Action,
  context: PerformContext,
  /** For tests: another worker, another Defender, other folders, and shorter waits. */
  options: Partial<WindowsHere> = {},
): Promise<ActionResult> {
  const startedAt = new Date().toISOString();
  const begun = performance.now();
  const performer = performers[action.kind] as Performer<Action, WindowsHere>;
  const performed = await carryOut(performer, action, context, { ...usualHere, ...options });
  return {
    ...nothingKnown,
    ...performed,
    startedAt,
    durationMs: Math.round(performance.now() - begun),
    command: performer.command(action, context.secrets),
  };
}

const workers: Workers = {
  launch: workerLaunch,
  heartbeatMs: 4_000,
  // Windows Installer undoes what it has done, which takes about as long as doing it did.
  gracefulEndMs: 120_000,
  leavingMs: 5_000,
  queueMs: longestWorkWaitMs,
};

const usualHere: WindowsHere = {
  ...workers,
  control: windowsDefenderControl,
  repair: windowsRepairControl,
  folders: windowsFolders,
  keys: windowsKeys,
  services: windowsServices,
  tasks: windowsTasks,
  events: { exportLog },
  rules: { drop: deleteFirewallRule },
  packages: windowsPackages(),
  restarts: windowsRestartControl,
  describeError: describeWin32Error,
  lookAgainMs: 250,
  settleMs: 2_000,
  lookUp: usualLookUp,
  network: windowsNetwork(workers),
};
