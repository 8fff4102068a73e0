import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const module = join(
  import.meta.dirname,
  '../../../../../src/main/cli/terminal/terminal-streams.ts',
);

/** Says through standard error what stands behind standard output, and whether Node has loaded anything for it. */
const script = `
  import { standardStreams } from ${JSON.stringify(module)};
  import { writeSync } from 'node:fs';
  const isTerminal = standardStreams().isTerminal('output');
  const loaded = process.moduleLoadList.includes('NativeModule internal/fs/sync_write_stream');
  writeSync(2, JSON.stringify({ isTerminal, loaded: loaded || process.moduleLoadList.includes('NativeModule net') }));
`;

it
  .skipIf(process.platform === 'win32')
  .each<[string, (file: number) => number | 'pipe' | 'ignore']>([
    ['a pipe', () => 'pipe'],
    ['nothing', () => 'ignore'],
    ['a file', (file) => file],
  ])('asks nothing of Node about %s', (_what, behind) => {
  const file = openSync(join(temporaryFolder(), 'out'), 'w');
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', behind(file), 'pipe'],
    encoding: 'utf8',
  });
  closeSync(file);

  expect(JSON.parse(stderr)).toEqual({ isTerminal: false, loaded: false });
});
