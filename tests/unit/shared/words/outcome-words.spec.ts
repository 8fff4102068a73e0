import { expect, it } from 'vitest';
import { quoted } from '../../../../src/shared/domain/message.ts';
import type { Kept } from '../../../../src/shared/domain/plan/plan.ts';
import { english } from '../../../../src/shared/words/english.ts';
import { outcomeTitle } from '../../../../src/shared/words/outcome-words.ts';
import { recordOf, stateOf } from '../../../support/run-samples.ts';

const explanation = quoted('Because.');

const keeping = (...kept: readonly (readonly [string, Kept['reason']])[]) =>
  recordOf({
    outcome: 'cleanAndProtected',
    state: stateOf({
      stays: kept.map(([name, reason]) => ({ findingId: name, name, reason, explanation })),
    }),
  });

it.each<[string, ReturnType<typeof keeping>, string | null]>([
  ['nothing', keeping(), 'Kaspersky is gone and this computer is protected'],
  [
    'what nobody chose',
    keeping(['Kaspersky VPN', 'notChosen'], ['rootCertificate', 'onePerson']),
    'Kaspersky is gone except Kaspersky VPN and rootCertificate, and this computer is protected',
  ],
  [
    'what is not a product of Kaspersky',
    keeping(['UltraAV', 'notKaspersky'], ['A vault', 'userData']),
    'Kaspersky is gone and this computer is protected',
  ],
  [
    'what stays, where the headline does not say that all is gone',
    { ...keeping(['Kaspersky VPN', 'notChosen']), outcome: 'notProtected' },
    'This computer is not protected now',
  ],
  ['of a run that goes on', { ...keeping(), outcome: null }, null],
])('the headline of a run names %s', (_what, record, title) => {
  expect(outcomeTitle(record, english)).toBe(title);
});
