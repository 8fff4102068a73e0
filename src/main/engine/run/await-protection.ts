import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { SectionName } from '../../../shared/domain/sections.ts';
import { isProtected } from '../../../shared/domain/protection/is-protected.ts';
import { guardingFamilies } from '../protection/guarding-families.ts';
import { kasperskyGuards } from '../protection/kaspersky-guard.ts';
import type { ProtectionSighting } from '../protection/protection-gap.ts';
import { ageOfStart, restOfStart, startTakesMs } from '../protection/rest-of-start.ts';
import type { RunContext } from './run-states.ts';
import type { TakenStep } from '../../../shared/domain/plan/step.ts';

/** How long a run waits for the replacement to come up. Milliseconds. */
export interface ProtectionWait {
  readonly everyMs: number;
  readonly limitMs: number;
  /** The same directly after a start of Windows; missing where that makes no difference. */
  readonly afterStartMs?: number;
  /** Ends early, without an error, when the person cancels. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Looks again until another antivirus protects or the time is over. Microsoft gives no time for Defender's return
 * after another antivirus went, so this is a courtesy and no promise.
 */
export async function awaitProtection(context: RunContext, first: Inventory): Promise<Inventory> {
  const { machine, scope, protectionWait, clock, signal, emit } = context;
  const begin = clock.ticks();
  const limitMs = limitFor(protectionWait, first);
  const most = Math.ceil(limitMs / Math.max(1, protectionWait.everyMs));
  if (isProtectedNow(context, first)) return first;
  for (let look = 0; look < most && !signal.aborted; look += 1) {
    const elapsedMs = Math.round(clock.ticks() - begin);
    if (elapsedMs >= limitMs) break;
    emit({ kind: 'protectionAwaited', elapsedMs, limitMs });
    await protectionWait.sleep(protectionWait.everyMs, signal);
    const glance = await machine.inventory({ scope, only: protectingSections });
    if (observe(context, glance).replacement) return await machine.inventory({ scope });
  }
  return first;
}

/**
 * Directly after a start, and as long as the Security Center does not run yet, what protects has not had its time: the wait
 * lasts until the ten minutes are over in which Windows starts.
 */
function limitFor({ limitMs, afterStartMs }: ProtectionWait, inventory: Inventory): number {
  const age = ageOfStart(inventory);
  if (afterStartMs === undefined || age === null || age >= startTakesMs) return limitMs;
  return Math.max(limitMs, afterStartMs, restOfStart(inventory));
}

/**
 * Only what went or came without waiting for a restart leaves a machine on which waiting makes sense: a guard that is
 * gone, or Microsoft Defender.
 */
export function isWorthWaiting(taken: readonly TakenStep[]): boolean {
  if (taken.some(({ result }) => result.outcome === 'restartNeeded')) return false;
  return taken.some(({ step: { about }, result }) => {
    if (about.kind === 'danger' || about.kind === 'remains' || about.kind === 'restart')
      return false;
    return about.kind === 'product'
      ? guardingFamilies.includes(about.family) && result.outcome === 'removed'
      : result.outcome !== 'notRun';
  });
}

/** Notes in the journal what protects the machine, so that the gap can be measured across restarts. */
export function observe(context: RunContext, inventory: Inventory): ProtectionSighting {
  const sighting = {
    at: inventory.collectedAt,
    kaspersky: kasperskyGuards(inventory),
    replacement: isProtectedNow(context, inventory),
  };
  const last = sightings(context).at(-1);
  const isNews =
    sighting.kaspersky ||
    last?.kaspersky !== sighting.kaspersky ||
    last.replacement !== sighting.replacement;
  if (isNews) context.journal.append({ kind: 'protectionSeen', ...sighting });
  return sighting;
}

export function sightings({ journal }: RunContext): readonly ProtectionSighting[] {
  return journal.entries.flatMap(({ fact }) => (fact.kind === 'protectionSeen' ? [fact] : []));
}

export function isProtectedNow({ decisions }: RunContext, inventory: Inventory): boolean {
  return isProtected(decisions.protection(inventory));
}

/** What tells whether something protects the machine, for a quick look. */
export const protectingSections: readonly SectionName[] = [
  'services',
  'processes',
  'files',
  'securityProducts',
  'wmiSecurityProducts',
  'defender',
  'defenderStatus',
  'amsiProviders',
];
