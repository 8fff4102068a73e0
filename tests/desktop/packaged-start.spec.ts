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

test('the packaged window does not start where a variable says where it writes', async ({
  folder,
}) => {
  const { code, said } = await start(folder, [], { ELECTRON_LOG_FILE: join(folder, 'x.log') });
  expect({ code, said }).toEqual({
    code: exitCodeFor('badArguments', process.platform),
    said: expect.stringContaining('ELECTRON_LOG_FILE'),
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
async function start(folder: string, args: readonly string[], variables = {}) {
  const program = createRequire(import.meta.url)('electron') as unknown as string;
  const { NODE_COMPILE_CACHE: _ofTheSuite, ...own } = process.env;
  const env = { ...own, STANDIN_PACKAGED: appFolder, XDG_CONFIG_HOME: folder, ...variables };
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = text(child.stderr);
  const timer = setTimeout(() => child.kill('SIGKILL'), 6000);
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  clearTimeout(timer);
  return { code, signal, said: await said };
}
