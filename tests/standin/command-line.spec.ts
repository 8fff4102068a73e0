import { expect, test } from '@playwright/test';
import { parseCommandLine } from './command-line.ts';

test('the command line of a driver is told apart from the one of the app', () => {
  const args = ['-r', '/driver/loader.js', '--no-sandbox', '--inspect=0'];
  const own = ['--remote-debugging-port=0', '.', 'scan', '--user-data-dir=/tmp/x', '--json'];
  expect(parseCommandLine([...args, ...own])).toEqual({
    appPath: '.',
    preloaded: ['/driver/loader.js'],
    inspectPort: 0,
    debuggingPort: '0',
    switches: [
      ['no-sandbox', ''],
      ['user-data-dir', '/tmp/x'],
      ['json', ''],
    ],
  });
});

test('without arguments the app of the current folder runs, and nothing listens', () => {
  expect(parseCommandLine([])).toEqual({
    appPath: '.',
    preloaded: [],
    inspectPort: undefined,
    debuggingPort: undefined,
    switches: [],
  });
});
