import { afterEach, expect, it, vi } from 'vitest';
import { quoted } from '../../../../src/shared/domain/message.ts';
import { notifyOfEnd } from '../../../../src/main/session/notify-of-end.ts';

afterEach(() => vi.unstubAllEnvs());

it('shows how a run ended in the language of the system', async () => {
  vi.stubEnv('LC_ALL', 'de_DE.UTF-8');
  const shown: string[][] = [];
  const why = quoted('nobody');
  const machine = {
    notifyPersons: (...texts: string[]) => {
      shown.push(texts);
      return why;
    },
  };
  const summary = [quoted('Alles ist weg.'), { id: 'run.nobodySignedIn' }];
  expect([
    await notifyOfEnd(machine, { summary }),
    await notifyOfEnd({}, { summary }),
    shown,
  ]).toEqual([why, null, [['Cutover', 'Alles ist weg. niemand ist angemeldet']]]);
});
