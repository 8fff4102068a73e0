import { describe, expect, it } from 'vitest';
import { workerLaunch } from '../../../../../../src/main/machine/windows/worker-client/worker-launch.ts';

const environment = (temporaryFolder: string) => ({ TEMP: temporaryFolder });

describe('workerLaunch', () => {
  it('names the script where the program was started with one', () => {
    const own = {
      execPath: '/usr/bin/node',
      argv: ['node', '/app/index.js', 'remove'],
      selfContained: false,
    };
    expect(workerLaunch('uninstall-msi', '/run/temp', own, environment)).toEqual({
      program: '/usr/bin/node',
      args: ['/app/index.js', '--worker', 'uninstall-msi'],
      env: { TEMP: '/run/temp' },
      workingFolder: '/usr/bin',
    });
  });

  it('starts the executable alone where everything is inside it', () => {
    const own = {
      execPath: '/opt/cutover/cutover',
      argv: ['cutover', 'remove'],
      selfContained: true,
    };
    expect(workerLaunch('run-uninstaller', '/run/temp', own, environment)).toEqual({
      program: '/opt/cutover/cutover',
      args: ['--worker', 'run-uninstaller'],
      env: { TEMP: '/run/temp' },
      workingFolder: '/opt/cutover',
    });
  });

  it('starts this very program when nothing else is said', () => {
    const launch = workerLaunch('uninstall-msi', '/run/temp', undefined, environment);
    expect(launch.program).toBe(process.execPath);
  });
});
