import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { openDataFolder } from '../../../../../src/main/cli/flags/machines.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

afterEach(() => vi.unstubAllEnvs());

it('tells whoever is there what somebody else had put in the place of our folder', async () => {
  const state = temporaryFolder();
  vi.stubEnv('XDG_STATE_HOME', state);
  writeFileSync(join(state, 'cutover'), 'here first');
  const terminal = new FakeTerminal();
  const opened = await openDataFolder({}, 'write', { terminal, words: english });
  const [moved = ''] = readdirSync(state).filter((name) => name.startsWith('cutover.not-ours-'));
  const told = terminal.errors;
  expect([opened.ok, told]).toEqual([
    true,
    [expect.stringContaining(`It was moved to ${join(state, moved)}`)],
  ]);
  const again = new FakeTerminal();
  await openDataFolder({}, 'read', { terminal: again, words: english });
  expect(again.errors).toEqual([]);
});
