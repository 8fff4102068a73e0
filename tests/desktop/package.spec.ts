import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { _electron } from '@playwright/test';
import { appFolder, expect, test } from './support/guide-app.ts';
import { electronVersion, standInDistribution } from './support/stand-in-distribution.ts';

test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

const targets = [
  { platform: 'linux', option: '--linux', folder: 'linux-unpacked', program: 'cutover' },
  { platform: 'win32', option: '--win', folder: 'win-unpacked', program: 'Cutover.exe' },
] as const;
type Target = (typeof targets)[number];

const place = mkdtempSync(join(tmpdir(), 'cutover-package-'));
test.afterAll(() =>
  rmSync(place, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
);

for (const target of targets) {
  const unpacked = join(place, target.platform, target.folder);
  const asar = join(unpacked, 'resources', 'app.asar');

  test(`a package for ${target.platform} is made`, () => {
    const made = pack(target);
    expect(made.status, made.output).toBe(0);
  });

  test(`the package for ${target.platform} holds what runs and nothing else`, () => {
    const names = listPackage(asar, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
    const library = `/node_modules/@koromix/koffi-${target.platform}-x64`;
    const allowed = [
      /^\/(?:package\.json|node_modules|out)$/,
      /^\/out\/(?:main|renderer|renderer\/assets|preload)$/,
      /^\/out\/main\/[\w-]+\.js$/,
      /^\/out\/preload\/index\.cjs$/,
      /^\/out\/renderer\/(?:index\.html|assets\/[\w.-]+\.(?:js|css|svg|png|woff2))$/,
      /^\/node_modules\/(?:@koromix|koffi(?:\/src(?:\/koffi(?:\/src)?)?)?)$/,
      /^\/node_modules\/koffi\/(?:[\w/]+\.c?js|package\.json|LICENSE\.txt)$/,
      new RegExp(
        `^${library}(?:/(?:index\\.js|package\\.json|${target.platform}_x64(?:/koffi\\.node)?))?$`,
      ),
    ];
    expect(names.filter((name) => !allowed.some((pattern) => pattern.test(name)))).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining([
        '/out/main/index.js',
        '/out/preload/index.cjs',
        '/out/renderer/index.html',
        // The words of a language, loaded when they are wanted.
        expect.stringMatching(/^\/out\/renderer\/assets\/pt-BR-[\w-]+\.js$/),
        '/out/main/pt-BR.js',
        '/node_modules/koffi/LICENSE.txt',
        `${library}/${target.platform}_x64/koffi.node`,
      ]),
    );
  });

  test(`the package for ${target.platform} carries the terms of what is bundled`, () => {
    const terms = ['program', 'window'].map((part) =>
      readFileSync(join(unpacked, 'resources', 'licenses', `${part}.md`), 'utf8'),
    );
    expect(terms.map((text) => /^## (?:execa|react-dom) - [\d.]+ \(MIT\)$/m.test(text))).toEqual([
      true,
      true,
    ]);
  });

  test(`the package for ${target.platform} is small`, () => {
    expect(statSync(asar).size).toBeLessThan(7 * 1024 * 1024);
  });

  test(`the native library for ${target.platform} is of that system and lies where Windows can load it`, () => {
    const file = `${target.platform}_x64/koffi.node`;
    const library = readFileSync(
      join(`${asar}.unpacked`, 'node_modules/@koromix', `koffi-${target.platform}-x64`, file),
    );
    expect(machineOf(library)).toBe(`${target.platform} x64`);
  });

  test(`the program for ${target.platform} lets nobody run other code with it`, async () => {
    const wire = await getCurrentFuseWire(join(unpacked, target.program));
    const { ENABLE, DISABLE } = FuseState;
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: DISABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
    });
  });
}

test('the program for Windows asks for no rights by itself and says what it is', () => {
  const program = readFileSync(join(place, 'win32', 'win-unpacked', 'Cutover.exe'));
  expect({
    level: program.includes('asInvoker') && !program.includes('requireAdministrator'),
    name: program.includes(wide('Cutover')),
    version: program.includes(wide(manifestVersion())),
  }).toEqual({ level: true, name: true, version: true });
});

test('the console program lies beside the program for Windows: Node with the command line in it, and no signature of Node', () => {
  const program = readFileSync(join(place, 'win32', 'win-unpacked', 'bin', 'cutover.exe'));
  const header = program.readUInt32LE(0x3c);
  const [subsystem, console] = [program.readUInt16LE(header + 0x5c), 3];
  expect({
    machine: machineOf(program),
    subsystem,
    signature: program.readBigUInt64LE(header + 24 + 144),
    level: program.includes('level="asInvoker"'),
    name: program.includes(wide('Cutover, command line')),
  }).toEqual({ machine: 'win32 x64', subsystem: console, signature: 0n, level: true, name: true });
  const terms = join(place, 'win32', 'win-unpacked', 'resources', 'licenses');
  expect(readdirSync(terms).toSorted()).toEqual([
    'console.md',
    'node.txt',
    'program.md',
    'window.md',
  ]);
});

test('what was packed starts by itself', async ({ folder }) => {
  const app = join(place, 'extracted');
  extractAll(join(place, 'linux', 'linux-unpacked', 'resources', 'app.asar'), app);
  const running = await _electron.launch({
    args: [
      app,
      `--user-data-dir=${join(folder, 'user')}`,
      `--data-folder=${join(folder, 'data')}`,
      '--fast',
    ],
  });
  try {
    const page = await running.firstWindow();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const reply = await page.evaluate(() => window.cutover.scan());
    expect(reply.ok && reply.value.scan.state).toBe('done');
  } finally {
    await running.close();
  }
});

function pack({ platform, option }: Target) {
  const distribution = join(place, `${platform}-distribution`);
  standInDistribution(platform, distribution);
  const require = createRequire(import.meta.url);
  const builder = join(dirname(require.resolve('electron-builder/package.json')), 'cli.js');
  const result = spawnSync(
    process.execPath,
    [
      builder,
      '--config=build/electron-builder.config.ts',
      '--publish=never',
      option,
      '--dir',
      '--x64',
      `-c.electronDist=${distribution}`,
      `-c.electronVersion=${electronVersion()}`,
      `-c.directories.output=${join(place, platform)}`,
    ],
    { cwd: appFolder, encoding: 'utf8' },
  );
  return { status: result.status, output: result.stdout + result.stderr };
}

/** From the header of an ELF or a PE file. */
function machineOf(library: Buffer): string {
  if (library.toString('latin1', 1, 4) === 'ELF')
    return library.readUInt16LE(18) === 0x3e ? 'linux x64' : 'linux, other';
  const header = library.readUInt32LE(0x3c);
  return library.readUInt16LE(header + 4) === 0x8664 ? 'win32 x64' : 'other';
}

/** As texts stand in the resources of a Windows program. */
function wide(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function manifestVersion(): string {
  return (JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { version: string })
    .version;
}
