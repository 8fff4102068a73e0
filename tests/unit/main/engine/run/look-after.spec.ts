import { expect, it } from 'vitest';
import type { Machine } from '../../../../../src/main/machine/machine.ts';
import { prepare } from '../../../../support/practice-run.ts';
import { tryRun } from '../../../../support/killable-run.ts';

/** How much is looked at after each step of a run, by the kind of its action. */
async function looks(phases: readonly ('remove' | 'clean' | 'reactivate')[]) {
  const { machine, folder } = await prepare('defender-off');
  const seen = new Map<string, Set<'all' | 'part'>>();
  let last: string | null = null;
  const watched: Machine = {
    id: machine.id,
    practice: true,
    inventory: async (of) => {
      const kind = of?.only === undefined ? 'all' : 'part';
      if (last !== null) seen.set(last, (seen.get(last) ?? new Set()).add(kind));
      last = null;
      return await machine.inventory(of);
    },
    perform: async (action, context) => {
      last = action.kind;
      return await machine.perform(action, context);
    },
    close: async () => await machine.close(),
  };
  await tryRun({ machine: watched, folder, choice: { phases } });
  return Object.fromEntries([...seen].map(([kind, how]) => [kind, [...how]]));
}

it('looks at the whole machine after a removal and a repair, and only where it shows after anything else', async () => {
  expect(await looks(['remove', 'clean', 'reactivate'])).toEqual({
    uninstallMsi: ['all'],
    deleteDriver: ['all'],
    distrustCertificate: ['all'],
    quarantineFolder: ['part'],
    quarantineKey: ['part'],
    setServiceStart: ['part'],
    startService: ['part'],
    removeRegistryValue: ['part'],
    updateDefenderSignatures: ['part'],
  });
});
