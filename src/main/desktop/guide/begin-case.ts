import type { GuideState } from '../../../shared/contract/guide.ts';
import { earlierRun, type EarlierRun } from './earlier-run.ts';
import type { GuideMachine } from './guide-machine.ts';
import type { GuideParts } from './moves.ts';
import { quarantineHint, untouchedQuarantine } from './quarantine-jobs.ts';
import { untouchedProtection } from './reactivation-view.ts';

/** Begins anew on a machine; on a real one with what an earlier run has left to do. */
export async function beginCase(parts: GuideParts, place: GuideMachine): Promise<void> {
  const { store, machine, scanner, secrets, removals, quarantine } = parts;
  const now = new Date();
  scanner.forget();
  quarantine.beginAnew(now);
  secrets.forgetAll();
  const earlier = place.choice.kind === 'practice' ? null : earlierRun(place);
  removals.takeOver(earlier?.path ?? null);
  const technician = earlier?.technician ?? store.snapshot.technician;
  store.update({ ...caseOn(place, earlier, now), technician });
  await machine.change(place);
}

/** A case on which nothing was asked or answered yet, but for an earlier run that is still open. */
export function caseOn(
  place: GuideMachine,
  earlier: EarlierRun | null,
  /** From when on runs on a practice computer count. */
  since: Date,
): Omit<
  GuideState,
  'version' | 'machines' | 'technicianMode' | 'technician' | 'language' | 'policy'
> {
  const { choice } = place;
  return {
    machineId: choice.id,
    practice: choice.kind === 'practice',
    page: earlier?.page ?? 'welcome',
    run: earlier?.run ?? { state: 'notBegun' },
    scan: { state: 'notBegun' },
    chosen: [],
    plan: null,
    state: null,
    acknowledged: [],
    owner: null,
    passwordsGiven: [],
    protectionChoice: { requireReplacement: false, reactivateDefender: false },
    cleanRemains: true,
    ...untouchedProtection,
    quarantine: untouchedQuarantine(quarantineHint(place, since)),
  };
}
