import { defineConfig } from 'electron-vite';

/**
 * Build of the main process. Everything but the native FFI library is bundled, so that an installed Cutover
 * and the Windows lab need no other packages beside `out/`.
 */
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: 'src/main/index.ts',
        external: ['koffi', 'electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
      externalizeDeps: false,
    },
  },
});
