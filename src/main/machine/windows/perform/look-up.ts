import { existsSync } from 'node:fs';
import { readVariables } from '../../registry/read-variables.ts';
import { WindowsRegistry } from '../system/windows-registry.ts';
import type { LookUp } from './by-worker.ts';
import { mpCmdRunPaths } from './find-mp-cmd-run.ts';

/** On this computer; no command line of Defender when it has none. */
export const usualLookUp: LookUp = {
  mpCmdRun() {
    const registry = new WindowsRegistry();
    return mpCmdRunPaths(registry, readVariables(registry)).find(existsSync) ?? null;
  },
  variables: () => readVariables(new WindowsRegistry()),
};
