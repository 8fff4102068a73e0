import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { exitCodeFor } from '../../src/shared/domain/run/exit-codes.ts';
import { appFolder, expect, test } from './support/guide-app.ts';

for (const argument of ['--remote-debugging-port=0', '--user-data-dir=/tmp/x', '-no-sandbox', 'x'])
  test(`the packaged window does not start with ${argument}`, async ({ folder }) => {
    const ended = await start(folder, [argument]);
    expect(ended).toEqual({
      code: exitCodeFor('badArguments', process.platform),
      signal: null,
      said: expect.stringContaining(`“${argument}”`),
    });
  });

test('the packaged window starts with arguments of ours', async ({ folder }) => {
  expect(await start(folder, [`--data-folder=${join(folder, 'data')}`, '--fast'])).toEqual({
    code: null,
    signal: 'SIGKILL',
    said: '',
  });
});

/** How it ended by itself within some seconds; killed when it stays. */
async function start(folder: string, args: readonly string[]) {
  const program = createRequire(import.meta.url)('electron') as unknown as string;
  const env = { ...process.env, STANDIN_PACKAGED: appFolder, XDG_CONFIG_HOME: folder };
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = text(child.stderr);
  const timer = setTimeout(() => child.kill('SIGKILL'), 6000);
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  clearTimeout(timer);
  return { code, signal, said: await said };
}
