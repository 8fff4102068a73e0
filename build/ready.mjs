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

/** Node code, the page without Node, and what runs in both for tests. */
const typeProjects = ['.', 'src/renderer', 'tests/standin'];

const commands = {
  start: (args) => [bundle(), () => start(args)],
  test: (args) => [() => node('build/test.ts', ...args)],
  'test:kill': (args) => [bundle(), () => node('tests/kill/run.ts', ...args)],
  spec: (args) => [
    () => (args.length > 0 ? node('build/test.ts', ...args) : sayHow('spec -- FILE …')),
  ],
  watch: (args) => [() => bin('vitest', 'watch', '--project', 'unit', ...args)],
  build: () => [bundle('--anew')],
  'build:console': () => [() => node('build/console/make-console.ts')],
  bench: (args) => [bundle('--anew'), () => node('tests/bench/bench.ts', ...args)],
  check: () => [
    () => bin('oxfmt', '--check', '.'),
    () => bin('oxlint', '--type-aware', '--deny-warnings'),
    ...typeProjects.map((project) => () => checkTypes(project)),
    () => bin('knip'),
    () => node('build/unused-messages.ts'),
    () => node('build/unused-classes.ts'),
  ],
  lab: () => [() => node('tests/lab/support/prepare.ts')],
  mutate: (args) => [() => node('build/mutate/mutate.ts', ...args)],
  fuzz: (args) => [() => node('tests/support/fuzz/run.ts', ...args)],
  docs: () => [() => node('build/write-docs.ts')],
};

const [command, ...args] = process.argv.slice(2);
const plan = commands[command];
if (!plan) {
  console.error(`There is no command "${command}". Known: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
installOnce();
for (const step of [generated, ...plan(args)]) {
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

/** Commands run in the terminal; without one the window opens where that works. */
function start(given) {
  if (/^(?:[^-]|-h$|--help$|--version$)/.test(given[0] ?? '-'))
    return node('out/main/console.js', ...given);
  // Through the proxy, where somebody has named one.
  return node('--use-env-proxy', 'build/start-window.ts', ...given);
}

/** The compiled words and the types of the style sheets, which git does not know. */
function generated() {
  return node('build/write-generated.ts');
}

function bundle(...how) {
  return () => node('build/bundle.ts', ...how);
}

function sayHow(call) {
  console.error(`It needs to know which: npm run ${call}`);
  return 2;
}

/** Remembers beside the build what it has seen, so that the next check takes seconds. */
function checkTypes(project) {
  const memory = join('out', 'types', `${project.replaceAll(/\W+/g, '-')}.json`);
  const options = ['--noEmit', '--incremental', '--tsBuildInfoFile', memory];
  return bin('typescript', ...options, '--project', project);
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
  return run(nodeProgram(), rest);
}

function nodeProgram() {
  return existsSync(projectNode) ? projectNode : process.execPath;
}

/** The project's own Node comes first for whatever the program starts. */
function run(program, given) {
  const env = {
    ...process.env,
    PATH: `${dirname(nodeProgram())}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  };
  const result = spawnSync(program, given, { cwd: root, stdio: 'inherit', env });
  if (result.error) throw result.error;
  return result.status ?? 1;
}
