import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { writeMessages } from './build/write-messages.ts';

// For editors that run single specs by themselves.
await writeMessages();

export default defineConfig({
  test: {
    env: {
      // The command line speaks the language of the system.
      LC_ALL: 'C',
      // What somebody practised on this machine is not there; nothing is written below it but by a test that is wrong.
      XDG_STATE_HOME: join(import.meta.dirname, `out/state-of-tests-${process.pid}`),
      // Specs start it some hundred times; what Node has made of its sources is kept from start to start.
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'out/compile-cache'),
    },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.spec.ts', 'tests/accuracy/*.spec.ts'],
          // Property tests take their time on a busy machine.
          testTimeout: 30_000,
          setupFiles: ['tests/support/fail-on-console.ts'],
          // They share no state, and loading what they import anew for each file costs as much as running them.
          isolate: false,
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'lab',
          include: ['tests/lab/**/*.spec.ts'],
          // Tests of the test bed itself take a tenth of its time. They are for whoever changes it, not for every gate.
          exclude: process.env['CI']
            ? ['tests/lab/lab.spec.ts', 'tests/lab/fixtures*.spec.ts']
            : [],
          globalSetup: ['tests/lab/support/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 900_000,
          // Windows programs under Wine wait more than they work.
          maxWorkers: 3,
          // Wine may hang where Windows would not; the reporter marks what needed a second try.
          retry: process.env['CI'] ? 1 : 0,
        },
      },
    ],
  },
});
