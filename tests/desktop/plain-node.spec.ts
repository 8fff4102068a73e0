import { spawnSync } from 'node:child_process';
import { appFolder, expect, test } from './support/guide-app.ts';

test('started by plain Node the program has no window, and takes the commands of the command line', () => {
  const run = (program: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: appFolder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const asked = ['check', '--practice', 'half-removed', '--json'];

  const answer = run('.', ...asked);

  expect(answer).toEqual(run('out/main/console.js', ...asked));
  expect(JSON.parse(answer.stdout)).toMatchObject({ format: 'cutover-result/1', command: 'check' });
  expect(run('.', '--frobnicate')).toEqual(run('out/main/console.js', '--frobnicate'));
});
