import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { defineConfig } from '@playwright/test';

// A downloaded Electron writes path.txt beside its package. Without it the stand-in takes its place; the specs
// never ask which of the two they run on.
const electron = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const isReal = existsSync(join(electron, 'path.txt'));
if (!isReal) {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= join(import.meta.dirname, '../standin/bin');
  // The stand-in's `#!/usr/bin/env node` must find this Node, not an older one of the system.
  process.env['PATH'] = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  // Each test starts it anew; what Node has made of its sources and of the bundles is kept from start to start.
  process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../../out/compile-cache');
}

export default defineConfig({
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  // A browser that starts late on a busy build machine; `npm test` names every test that needed it.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: !!process.env['CI'],
  reporter: 'list',
  outputDir: '../../out/desktop-results',
  projects: [
    {
      name: 'standin',
      testDir: '../standin',
      testMatch: '*.spec.ts',
      // Electron itself allows what is refused there, to an app's harm; the stand-in would be pretending if it went on.
      testIgnore: isReal ? 'refusals.spec.ts' : [],
    },
    {
      name: 'desktop',
      testDir: '.',
      testMatch: '**/*.spec.ts',
      // Only the stand-in can be the packaged program without being packed.
      testIgnore: isReal ? 'packaged-start.spec.ts' : [],
    },
  ],
});
