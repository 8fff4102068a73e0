import { describe, expect, it } from 'vitest';
import { workerLaunch } from '../../../../../../src/main/machine/windows/worker-client/worker-launch.ts';

const env = {
  SystemRoot: 'C:\\Windows',
  Path: 'C:\\Windows\\System32',
  TEMP: 'C:\\Temp',
  NODE_OPTIONS: '--require evil.js',
  ELECTRON_RUN_AS_NODE: '1',
  CUTOVER_PASSWORD: 'secret',
};
const passedOn = { SystemRoot: 'C:\\Windows', Path: 'C:\\Windows\\System32', TEMP: 'C:\\Temp' };

describe('workerLaunch', () => {
  it('names the script where the program was started with one', () => {
    const own = {
      execPath: '/usr/bin/node',
      argv: ['node', '/app/index.js', 'remove'],
      selfContained: false,
    };
    expect(workerLaunch('uninstall-msi', own, env)).toEqual({
      program: '/usr/bin/node',
      args: ['/app/index.js', '--worker', 'uninstall-msi'],
      env: passedOn,
    });
  });

  it('starts the executable alone where everything is inside it', () => {
    const own = {
      execPath: 'C:\\Cutover\\cutover.exe',
      argv: ['cutover.exe', 'remove'],
      selfContained: true,
    };
    expect(workerLaunch('run-uninstaller', own, env)).toEqual({
      program: 'C:\\Cutover\\cutover.exe',
      args: ['--worker', 'run-uninstaller'],
      env: passedOn,
    });
  });

  it('starts this very program when nothing else is said', () => {
    expect(workerLaunch('uninstall-msi').program).toBe(process.execPath);
  });
});
