import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { noncePlaceholder } from './src/main/desktop/page-files.ts';
import { callNames, eventNames } from './src/shared/contract/contract.ts';

/** Collects the terms of what is bundled; `electron-builder.config.ts` packs them. */
const bundledLicenses = { fileName: 'licenses.md' };

/**
 * Build of the three parts. Everything but the native FFI library is bundled, so that an installed Cutover and
 * the Windows lab need no other packages beside `out/`.
 */
export default defineConfig({
  main: {
    build: {
      license: bundledLicenses,
      rolldownOptions: {
        input: 'src/main/index.ts',
        external: ['koffi', 'electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
      externalizeDeps: false,
    },
  },
  preload: {
    // A sandboxed preload has to be one CommonJS file.
    build: {
      rolldownOptions: {
        input: 'src/preload/index.ts',
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
      externalizeDeps: false,
    },
    define: {
      CUTOVER_CALLS: JSON.stringify(callNames),
      CUTOVER_EVENTS: JSON.stringify(eventNames),
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    html: { cspNonce: noncePlaceholder },
    css: {
      transformer: 'lightningcss',
      // To be read by people too; no two sheets have one name (`build/unused-classes.ts`).
      lightningcss: { cssModules: { pattern: '[name]-[local]' } },
    },
    build: {
      license: bundledLicenses,
      minify: true,
      // One sheet that is there before the first page is drawn; the later ones add little to it.
      cssCodeSplit: false,
      // The parts of the first page are asked for together; later ones by the scripts that need them.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_name, parts, { hostType }) => (hostType === 'html' ? parts : []),
      },
      // Loaded from the disk; `npm run bench` watches the size.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: 'src/renderer/index.html',
        // Chromium keeps such a script at one byte a character and reads it faster; a few signs in it would
        // otherwise make it two.
        output: { charset: 'ascii' },
      },
    },
  },
});
