/**
 * Runs on the Windows of the lab: takes a package out of the driver store or puts it back as Cutover does. Wine has a driver store
 * and does not tell where a package lies in it, so that alone is said here.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Action } from '../../../src/shared/domain/action.ts';
import { perform } from '../../../src/main/machine/windows/perform.ts';
import { windowsPackages } from '../../../src/main/machine/windows/repair/windows-package-control.ts';

const repository = 'C:\\windows\\system32\\driverstore\\filerepository';
const locate = (inf: string) => {
  const folder = `${repository}\\${inf}_1`;
  return existsSync(folder) ? folder : null;
};

const action = JSON.parse(readFileSync(0, 'utf8')) as Action;
const { exitCode, message } = await perform(
  action,
  {
    secrets: { get: () => undefined },
    timeLimitMs: 60_000,
    logFile: 'C:\\cutover\\store.log',
    temporaryFolder: 'C:\\cutover',
    quarantineFolder: () => 'C:\\cutover',
    signal: new AbortController().signal,
    onEvent: () => undefined,
    remember: () => undefined,
  },
  { packages: windowsPackages(locate) },
);
process.stdout.write(JSON.stringify([exitCode, ...message.map(({ id }) => id)]));
