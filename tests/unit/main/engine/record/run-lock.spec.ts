import { message } from '../../../../../src/shared/domain/message.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { acquireRunLock } from '../../../../../src/main/engine/record/run-lock.ts';

const module = fileURLToPath(
  new URL('../../../../../src/main/engine/record/run-lock.ts', import.meta.url),
);
let count = 0;

function request(runId: string, name: string) {
  return { name, runId, platform: process.platform, forAdministrators: false, pid: process.pid };
}

function freshName(): string {
  count += 1;
  return `cutover-test-${process.pid}-${count}`;
}

/** Another process that takes the lock and holds it until it is killed. */
async function holderProcess(name: string) {
  const code = `
    import { acquireRunLock } from ${JSON.stringify(module)};
    const lock = await acquireRunLock({ name: ${JSON.stringify(name)}, runId: '20261128-100000-bbbb', platform: process.platform, forAdministrators: false, pid: process.pid });
    console.log(lock.held);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: line.toString().trim() };
}

describe('the lock of a run', () => {
  it('lets one run in at a time and names the holder to the next', async () => {
    const name = freshName();
    const first = await acquireRunLock(request('20261128-100000-aaaa', name));
    const second = await acquireRunLock(request('second-run', name));
    if (first.held) await first.lock.release();
    const third = await acquireRunLock(request('third-run', name));
    if (third.held) await third.lock.release();
    expect([first.held, second, third.held]).toEqual([
      true,
      {
        held: false,
        holder: { pid: process.pid, runId: '20261128-100000-aaaa' },
        message: message('refusal.anotherRun', {
          run: '20261128-100000-aaaa',
          process: String(process.pid),
        }),
      },
      true,
    ]);
  });

  it('is released by the operating system when its holder is killed', async () => {
    const name = freshName();
    const { child, said } = await holderProcess(name);
    const during = await acquireRunLock(request('mine', name));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const after = await acquireRunLock(request('mine', name));
    if (after.held) await after.lock.release();
    expect([said, during.held ? null : during.holder, after.held]).toEqual([
      'true',
      { pid: child.pid, runId: '20261128-100000-bbbb' },
      true,
    ]);
  });

  it('does not collide under another name, and may be released twice', async () => {
    const one = await acquireRunLock(request('one', freshName()));
    const two = await acquireRunLock(request('two', freshName()));
    for (const each of [one, two, one, two]) if (each.held) await each.lock.release();
    expect([one.held, two.held]).toEqual([true, true]);
  });

  it.runIf(process.platform === 'linux').each([
    ['nonsense', 'x'.repeat(9000)],
    ['what a terminal obeys', JSON.stringify({ pid: 1, runId: '\u001b[2Jeverything is clean' })],
  ])('is refused politely when a stranger holds the name and says %s', async (_what, answer) => {
    const name = freshName();
    const stranger = createServer((socket) => socket.end(answer));
    await new Promise<void>((resolve) => stranger.listen(`\0${name}`, resolve));
    const result = await acquireRunLock(request('mine', name));
    await new Promise((resolve) => stranger.close(resolve));
    expect(result).toMatchObject({ held: false, holder: null });
  });

  it.runIf(process.platform === 'linux')(
    'takes over a socket file whose process is dead, where the system has only files',
    async () => {
      const name = freshName();
      const first = await acquireRunLock({ ...request('dead', name), platform: 'darwin' });
      const second = await acquireRunLock({ ...request('mine', name), platform: 'darwin' });
      if (first.held) await first.lock.release();
      // A socket file left by a killed process: bound once, listened to by nobody.
      const { child } = await fileHolder(name);
      child.kill('SIGKILL');
      await once(child, 'exit');
      const third = await acquireRunLock({ ...request('mine', name), platform: 'darwin' });
      if (third.held) await third.lock.release();
      expect([first.held, second.held, third.held]).toEqual([true, false, true]);
    },
  );
});

async function fileHolder(name: string) {
  const code = `
    import { createServer } from 'node:net';
    createServer().listen(${JSON.stringify(`/tmp/${name}.sock`)}, () => console.log('up'));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return { child };
}
