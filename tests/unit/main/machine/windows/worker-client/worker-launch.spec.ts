import { describe, expect, it } from 'vitest';
import { workerLaunch } from '../../../../../../src/main/machine/windows/worker-client/worker-launch.ts';

const environment = (temporaryFolder: string) => ({ TEMP: temporaryFolder });

describe('workerLaunch', () => {
  it('names the script where the program was started with one', () => {
    const own = {
      execPath: '/usr/bin/node',
      argv: ['node', '/app/console.js', 'remove'],
      kind: 'script',
    } as const;
    expect(workerLaunch('uninstall-msi', '/run/temp', own, environment)).toEqual({
      program: '/usr/bin/node',
      args: ['/app/console.js', '--worker', 'uninstall-msi'],
      env: { TEMP: '/run/temp' },
      workingFolder: '/usr/bin',
    });
  });

  it('starts the console program alone, which has everything inside it', () => {
    const own = {
      execPath: '/opt/cutover/cutover',
      argv: ['cutover', '/opt/cutover/cutover', 'remove'],
      kind: 'console',
    } as const;
    expect(workerLaunch('run-uninstaller', '/run/temp', own, environment)).toEqual({
      program: '/opt/cutover/cutover',
      args: ['--worker', 'run-uninstaller'],
      env: { TEMP: '/run/temp' },
      workingFolder: '/opt/cutover',
    });
  });

  it('starts the console program that lies beside the packaged window', () => {
    const own = { execPath: '/opt/Cutover/Cutover.exe', argv: [], kind: 'window' } as const;
    expect(workerLaunch('uninstall-msi', '/run/temp', own, environment)).toMatchObject({
      program: '/opt/Cutover/bin/cutover.exe',
      args: ['--worker', 'uninstall-msi'],
      workingFolder: '/opt/Cutover',
    });
  });

  it('starts this very program when nothing else is said', () => {
    const launch = workerLaunch('uninstall-msi', '/run/temp', undefined, environment);
    expect(launch.program).toBe(process.execPath);
  });
});
