import { useGuide } from '../../bridge/GuideContext.tsx';

export interface ProtectionWork {
  /** Something is being looked at, tried or changed; the next thing has to wait for it. */
  readonly busy: boolean;
  /** False for an inventory from another computer, which can only be looked at. */
  readonly possible: boolean;
}

export function useProtectionWork(): ProtectionWork {
  const { machines, machineId, run, scan, recheck, liveCheck, restore } = useGuide().snapshot;
  const work = [run, scan, recheck, liveCheck, restore.progress];
  return {
    busy: work.some(({ state }) => state === 'running'),
    possible: machines.find(({ id }) => id === machineId)?.kind !== 'imported',
  };
}
