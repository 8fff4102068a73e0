import { quoted } from '../../../../src/shared/domain/message.ts';
import { describe, expect, it } from 'vitest';
import { clean } from '../../../../src/main/machine/practice/computers/clean.ts';
import { defenderOff } from '../../../../src/main/machine/practice/computers/defender-off.ts';
import { recordAfterLook } from '../../../../src/main/session/record-after-look.ts';
import { inventoryOf, type InventoryFacts } from '../../../support/inventory-builder.ts';
import { home, merge } from '../../../support/kaspersky-machines.ts';
import {
  goneOf,
  planOf,
  protectionOf,
  reactivationOf,
  recordOf,
  takenOf,
} from '../../../support/run-samples.ts';

const collectedAt = '2026-11-23T18:00:00.000Z';
const protectedComputer = { ...clean.inventory, collectedAt };
const open = { from: '2026-11-23T17:50:00.000Z', to: null, seconds: null };
const unprotected = recordOf({
  outcome: 'notProtected',
  protection: protectionOf({ verdict: 'unprotected', products: [] }),
  protectionGap: open,
  summary: [quoted('No antivirus protects this computer now.')],
});

describe('a record after another look', () => {
  it('says what the computer says now, and keeps what was done', () => {
    const { step, result } = reactivationOf();
    const since = recordOf({ plan: planOf({ steps: [step] }), steps: [result] });
    const after = recordAfterLook(unprotected, protectedComputer, since);
    const { outcome, protection, protectionGap, steps, runId } = after;
    expect({ outcome, verdict: protection?.verdict, protectionGap, steps, runId }).toEqual({
      outcome: 'cleanAndProtected',
      verdict: 'protected',
      protectionGap: { ...open, to: collectedAt, seconds: 600 },
      steps: [...unprotected.steps, result],
      runId: unprotected.runId,
    });
    expect(after.plan.steps).toEqual([...unprotected.plan.steps, step]);
  });

  it('leaves a gap as it was measured, and open while nothing protects', () => {
    const measured = { ...open, to: '2026-11-23T17:51:00.000Z', seconds: 60 };
    const later = recordAfterLook(
      { ...unprotected, protectionGap: measured },
      protectedComputer,
      null,
    );
    const still = recordAfterLook(unprotected, { ...defenderOff.inventory, collectedAt }, null);
    expect([later.protectionGap, still.protectionGap]).toEqual([measured, open]);
  });

  it('shows a product that has come back, and turns no cancel into a success', () => {
    const back = recordAfterLook(unprotected, { ...defenderOff.inventory, collectedAt }, null);
    const cancelled = recordAfterLook(
      recordOf({
        outcome: 'cancelled',
        steps: [{ ...recordOf().steps[0]!, outcome: 'cancelled' }],
      }),
      protectedComputer,
      null,
    );
    expect([back.outcome, cancelled.outcome]).toEqual(['stillPresent', 'cancelled']);
  });

  it('goes on waiting for the restart that Windows shows as due, and no longer', () => {
    const { step, result } = takenOf(
      { outcome: 'restartNeeded' },
      { doneWhen: goneOf({ services: ['AVP21.25'] }) },
    );
    const waiting = recordOf({
      outcome: 'restartNeeded',
      plan: planOf({ steps: [step] }),
      steps: [result],
    });
    const now = (facts: InventoryFacts) =>
      recordAfterLook(waiting, inventoryOf(merge(home, facts)), null);
    const due = now({ pendingRestarts: [{ source: 'fileRenames', detail: 'klif.sys' }] });
    expect([due.outcome, due.state?.restart?.runId, now({}).state?.restart]).toEqual([
      'restartNeeded',
      waiting.runId,
      null,
    ]);
  });
});
