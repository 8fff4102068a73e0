/**
 * Takes each protection out of the example app, one at a time, and checks that a spec notices. Run it after a
 * change of the stand-in: `npx node tests/standin/mutations.ts`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Mutation {
  readonly protection: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Beginning of the titles that have to fail, every one of them. */
  readonly specs: readonly string[];
  /** Nothing of the app works without it, so there is no other spec that still passes. */
  readonly isFatal?: boolean;
}

const mutations: readonly Mutation[] = [
  {
    protection: 'content-security policy',
    file: 'main.js',
    from: "headers.set('content-security-policy', policy);",
    to: '',
    specs: ['the content-security policy'],
  },
  {
    protection: 'will-navigate guard',
    file: 'main.js',
    from: "contents.on('will-navigate', (event) => event.preventDefault());",
    to: '',
    specs: ['the page cannot leave'],
  },
  {
    protection: 'window-open handler',
    file: 'main.js',
    from: "contents.setWindowOpenHandler(() => ({ action: 'deny' }));",
    to: '',
    specs: ['a script cannot open', 'a link cannot open', 'a link that hides'],
  },
  {
    protection: 'permission request handler',
    file: 'main.js',
    from: 'defaultSession.setPermissionRequestHandler(',
    to: 'void (',
    specs: ['a permission that a page asks for'],
  },
  {
    protection: 'permission check handler',
    file: 'main.js',
    from: 'defaultSession.setPermissionCheckHandler(',
    to: 'void (',
    specs: ['a page that looks up'],
  },
  {
    protection: 'request filter',
    file: 'main.js',
    from: 'defaultSession.webRequest.onBeforeRequest(',
    to: 'void (',
    specs: ['a window loads nothing'],
  },
  {
    protection: 'check of the sender',
    file: 'main.js',
    from: 'return frame?.url === page;',
    to: 'return true;',
    specs: ['main answers no page but its own'],
  },
  {
    protection: 'single-instance lock',
    file: 'main.js',
    from: 'if (app.requestSingleInstanceLock())',
    to: 'if (true)',
    specs: ['a second start'],
  },
  {
    protection: 'context bridge',
    file: 'preload.cjs',
    from: 'contextBridge.exposeInMainWorld(',
    to: '((name, api) => { globalThis[name] = api; })(',
    specs: ['the exposed object is frozen'],
    isFatal: true,
  },
  ...['sandbox: true', 'contextIsolation: true', 'nodeIntegration: false'].map((setting) => ({
    protection: setting,
    file: 'main.js',
    from: setting,
    to: setting.endsWith('true')
      ? setting.replace('true', 'false')
      : setting.replace('false', 'true'),
    specs: ['the page sees neither Node'],
    isFatal: true,
  })),
];

const require = createRequire(import.meta.url);
const playwright = require.resolve('@playwright/test/cli');
const standin = import.meta.dirname;
let failures = 0;
for (const mutation of mutations) {
  const folder = mutatedExample(mutation);
  const isSound = mutation.isFatal === true || runSpec('a button reaches', folder) === 0;
  for (const spec of mutation.specs) report(mutation, spec, isSound && runSpec(spec, folder) !== 0);
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failures === 0 ? 0 : 1);

function report({ protection }: Mutation, spec: string, isNoticed: boolean): void {
  console.log(`${isNoticed ? 'noticed' : 'MISSED '}  without ${protection}: ${spec} …`);
  if (!isNoticed) failures++;
}

function mutatedExample({ file, from, to }: Mutation): string {
  const folder = mkdtempSync(join(tmpdir(), 'standin-mutation-'));
  cpSync(join(standin, 'example'), folder, { recursive: true });
  const source = readFileSync(join(folder, file), 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file} must contain once: ${from}`);
  writeFileSync(join(folder, file), source.replace(from, to));
  return folder;
}

function runSpec(title: string, example: string): number | null {
  const config = join(standin, '../desktop/playwright.config.ts');
  const options = ['--project=standin', `--grep=${title}`, '--timeout=15000', '--reporter=line'];
  const results = join(tmpdir(), 'standin-mutation-results');
  return spawnSync(
    process.execPath,
    [playwright, 'test', '-c', config, ...options, `--output=${results}`],
    { env: { ...process.env, STANDIN_EXAMPLE: example }, stdio: 'ignore' },
  ).status;
}
