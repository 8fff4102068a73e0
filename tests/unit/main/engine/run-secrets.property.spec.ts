import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../src/shared/domain/run/run-event.ts';
import { anyPassword, everySpelling, spellingsIn } from '../../../support/any-password.ts';
import { managed, prepare, record, withEnd } from '../../../support/practice-run.ts';

describe('a run whose uninstaller says the password in every spelling', () => {
  it('lets none of them into the journal, the reports or an event', async () => {
    await fc.assert(
      fc.asyncProperty(anyPassword, async (password) => {
        expect(spellingsIn(await everythingTold(password), password)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

/** All that a run leaves and says. What the practice uninstaller writes into its own log is not Cutover's. */
async function everythingTold(password: string): Promise<string> {
  const message = everySpelling(password).join(', ');
  const leaky = withEnd({ how: 'exits', exitCode: 1603, message }, 'none');
  const { folder, machine } = await prepare('business', (computer) => ({
    ...leaky(computer),
    effects: leaky(computer).effects.map((effect) => ({ ...effect, password: null })),
  }));
  const events: RunEvent[] = [];
  await record({
    machine,
    folder,
    choice: managed,
    secrets: { kaspersky: password, agent: password },
    onEvent: (event) => void events.push(event),
  });
  const files = readdirSync(folder.path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  return [...files, JSON.stringify(events)].join('\n');
}
