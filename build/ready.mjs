/**
 * Makes a fresh checkout ready and runs one of the project's commands in it. Plain JavaScript that also the
 * system's own older Node understands, because before the first `npm ci` there is nothing else.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.cutover-ready');
const projectNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const commands = {
  start: (args) => [
    build(),
    () => node('out/main/index.js', ...(args.length ? args : ['practice'])),
  ],
  test: (args) => [build(), () => node('build/test.ts', ...args)],
  build: () => [build()],
  bench: (args) => [build(), () => node('tests/bench/bench.ts', ...args)],
  check: () => [
    () => bin('oxfmt', '--check', '.'),
    () => bin('oxlint', '--type-aware', '--deny-warnings'),
    () => bin('typescript', '--noEmit'),
    () => bin('knip'),
  ],
  docs: () => [() => node('build/write-docs.ts')],
};

const [command, ...args] = process.argv.slice(2);
const plan = commands[command];
if (!plan) {
  console.error(`There is no command "${command}". Known: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
installOnce();
for (const step of plan(args)) {
  const code = step();
  if (code !== 0) process.exit(code);
}

function installOnce() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(projectNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted)
    return;
  console.error('Setting up Cutover for the first time; this takes about a minute …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('npm ci failed; the lines above say why. Cutover needs the npm registry once.');
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}

function build() {
  return () =>
    bin('electron-vite', 'build', '--config', 'electron.config.ts', '--logLevel', 'warn');
}

function bin(name, ...rest) {
  const manifest = JSON.parse(
    readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
  );
  const entry =
    typeof manifest.bin === 'string' ? manifest.bin : (manifest.bin[name] ?? manifest.bin.tsc);
  return node(join('node_modules', name, entry), ...rest);
}

function node(...rest) {
  const program = existsSync(projectNode) ? projectNode : process.execPath;
  const env = {
    ...process.env,
    PATH: `${dirname(program)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  };
  const result = spawnSync(program, rest, { cwd: root, stdio: 'inherit', env });
  if (result.error) throw result.error;
  return result.status ?? 1;
}
