import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import {
  electronProgram,
  failedToday,
  fetchElectron,
  whyNoWindow,
  type Surroundings,
} from '../../../build/start-window.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const usable: Surroundings = {
  platform: 'linux',
  env: { DISPLAY: ':0' },
  isRoot: false,
  mayUnshare: () => true,
};

describe('whether a window can be shown is known before anything is fetched', () => {
  it.each<[string, Partial<Surroundings>, RegExp | null]>([
    ['a desktop of Linux', {}, null],
    ['Wayland', { env: { WAYLAND_DISPLAY: 'wayland-0' } }, null],
    ['a console of Linux', { env: {} }, /no screen/],
    ['root', { isRoot: true }, /another user/],
    ['a closed sandbox', { mayUnshare: () => false }, /sandbox/],
    ['Windows', { platform: 'win32', env: {} }, null],
    ['Windows from afar', { platform: 'win32', env: { SSH_CONNECTION: '::1' } }, /no screen/],
    ['a screen from afar', { env: { DISPLAY: 'localhost:10.0', SSH_CONNECTION: '::1' } }, null],
  ])('%s', (_where, change, expected) => {
    const why = whyNoWindow({ ...usable, ...change });
    expect(expected === null ? why : expected.test(why ?? '')).toBe(
      expected === null ? null : true,
    );
  });
});

describe("fetching Electron's program", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function listening(answer: RequestListener): Promise<Server & { readonly at: string }> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return Object.assign(server, { at: `127.0.0.1:${(server.address() as AddressInfo).port}` });
  }

  it('takes it from a mirror, believes its checksum, and says how far it is', async () => {
    const { folder, env, archive } = electronPackage();
    const mirror = await listening((_request, response) => {
      response.writeHead(200, { 'content-length': archive.length });
      response.write(archive.subarray(0, archive.length / 2));
      setTimeout(() => response.end(archive.subarray(archive.length / 2)), 50);
    });
    const said: string[] = [];
    const fetched = await inPlace(env(`http://${mirror.at}/`), async (given) =>
      fetchElectron({ folder, env: given, say: (text) => said.push(text) }),
    );
    expect([fetched, said.at(-1), electronProgram(folder, {})]).toEqual([
      null,
      '100%',
      join(folder, 'dist', 'electron'),
    ]);
  });

  it('refuses what has another checksum, and leaves nothing behind that looks like it', async () => {
    const { folder, env, archive } = electronPackage();
    const mirror = await listening((_request, response) =>
      response.end(Buffer.concat([archive, Buffer.from('more')])),
    );
    const fetched = await inPlace(env(`http://${mirror.at}/`), async (given) =>
      fetchElectron({ folder, env: given, say: () => {} }),
    );
    expect([fetched, existsSync(join(folder, 'path.txt'))]).toEqual([
      expect.stringContaining('checksum'),
      false,
    ]);
  });

  it('gives up where nothing comes, and says so', async () => {
    const { folder, env } = electronPackage();
    const mirror = await listening((_request, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('x');
    });
    const fetched = await inPlace(env(`http://${mirror.at}/`), async (given) =>
      fetchElectron({ folder, env: given, say: () => {}, stalledMs: 500 }),
    );
    expect(fetched).toContain('nothing came for 0.5 seconds');
  });

  it('says what is wrong with a mirror that has nothing or is not there', async () => {
    const { folder, env } = electronPackage();
    const mirror = await listening((_request, response) => {
      response.statusCode = 404;
      response.end();
    });
    const ask = async (address: string) =>
      await inPlace(env(address), async (given) =>
        fetchElectron({ folder, env: given, say: () => {} }),
      );
    expect([await ask(`http://${mirror.at}/`), await ask('http://127.0.0.1:9/')]).toEqual([
      expect.stringContaining('404'),
      expect.stringMatching(/fetch failed|ECONNREFUSED|bad port/),
    ]);
  });

  it('goes through the proxy that the variables name', async () => {
    const { folder, env, archive } = electronPackage();
    const mirror = await listening((_request, response) => response.end(archive));
    const asked: string[] = [];
    const proxy = await listening((request, response) => {
      asked.push(request.url ?? '');
      response.end(archive);
    });
    proxy.on('connect', (request, client) => {
      asked.push(request.url ?? '');
      const [host, port] = mirror.at.split(':');
      const onward = connect(Number(port), host, () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.pipe(client).pipe(onward);
      });
    });
    const script = `import { fetchElectron } from './build/start-window.ts';
      console.log(await fetchElectron({ folder: ${JSON.stringify(folder)}, env: process.env, say: () => {} }));`;
    const child = spawn(
      process.execPath,
      ['--use-env-proxy', '--input-type=module-typescript', '-e', script],
      {
        env: {
          PATH: process.env['PATH'],
          ...env('http://mirror.invalid/'),
          HTTP_PROXY: `http://${proxy.at}`,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let printed = '';
    child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
    await new Promise((resolve) => child.once('close', resolve));
    expect([
      printed.trim(),
      asked.length > 0,
      asked.every((each) => each.includes('mirror.invalid')),
    ]).toEqual(['null', true, true]);
  });
});

it('a failure is remembered for a day, and not by a clock that was wrong', () => {
  const stamp = join(temporaryFolder(), 'stamp');
  const day = 24 * 60 * 60_000;
  writeFileSync(stamp, JSON.stringify({ at: day, why: 'no network' }));
  const asked = [day, 2 * day - 1, 2 * day, day - 1].map((now) => failedToday(stamp, now));
  expect([...asked, failedToday(`${stamp}-missing`, 0)]).toEqual([
    'no network',
    'no network',
    null,
    null,
    null,
  ]);
});

/** A package like Electron's from npm, inside the project so that it finds the same packages, with a small program. */
function electronPackage() {
  const installed = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const place = temporaryFolder();
  const folder = join(import.meta.dirname, '../../../out/electron-fetch', place.split('/').at(-1)!);
  mkdirSync(folder, { recursive: true });
  onCleanUp(folder);
  for (const name of ['package.json', 'install.js'])
    cpSync(join(installed, name), join(folder, name));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const program = [strToU8('#!/bin/sh\n'), { os: 3, attrs: 0o755 << 16 }] as const;
  const archive = Buffer.from(zipSync({ electron: [...program], version: strToU8(version) }));
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const hash = createHash('sha256').update(archive).digest('hex');
  writeFileSync(join(folder, 'checksums.json'), JSON.stringify({ [name]: hash }));
  const env = (mirror: string) => ({
    ELECTRON_MIRROR: mirror,
    electron_config_cache: join(place, 'cache'),
  });
  return { folder, archive, env };
}

function onCleanUp(folder: string): void {
  cleanUp.push(folder);
}

const cleanUp: string[] = [];
afterEach(() => {
  for (const folder of cleanUp.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** `@electron/get` looks at the variables of its own process. */
async function inPlace<T>(
  variables: Readonly<Record<string, string>>,
  work: (env: Readonly<Record<string, string | undefined>>) => Promise<T>,
): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return await work({ ...process.env });
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
