import { defenderServices } from '../../../shared/domain/protection/defender-services.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { defenderStep } from '../../../shared/domain/plan/change-step.ts';
import type { ReactivationPlan } from '../../../shared/domain/protection/reactivation.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import { defenderOfWindows } from './defender-of-windows.ts';
import { defenderService } from './defender-return.ts';
import { statusOf } from './defender-status.ts';
import { solvedByCutover, solvedByOthers, type FoundCause } from './reactivation-cause.ts';
import { deadRowCauses, otherProductCauses } from './reactivation-rows.ts';
import { localSettingCauses, policyCauses } from './reactivation-settings.ts';

/**
 * Never a policy of an organisation and never tamper protection: both are decisions of somebody else. Nothing is
 * done either while another antivirus is registered, because Windows would stop Defender again (Microsoft:
 * defender-docs, migrating).
 */
export function reactivationPlan(inventory: Inventory): ReactivationPlan {
  const found = noAntivirus(inventory) ?? rules.flatMap((rule) => rule(inventory));
  const causes = found.flatMap(({ cause }) => cause ?? []);
  const blocked = found.some(({ blocks }) => blocks);
  return { causes, steps: blocked ? [] : found.flatMap(({ steps }) => steps) };
}

const rules: readonly ((inventory: Inventory) => readonly FoundCause[])[] = [
  featureMissing,
  policyCauses,
  otherProductCauses,
  deadRowCauses,
  localSettingCauses,
  disabled,
  stopped,
  age,
];

/** Nothing can bring back what this Windows never had. */
function noAntivirus(inventory: Inventory): readonly FoundCause[] | null {
  const brought = defenderOfWindows(inventory);
  if (brought === 'antivirus') return null;
  return [solvedByOthers({ id: brought, subject: null }, 'installAntivirus', { blocks: true })];
}

function featureMissing(inventory: Inventory): readonly FoundCause[] {
  if (defenderService(inventory) !== undefined) return [];
  if (!isComplete(inventory.services)) {
    const cause = { id: 'notKnown', subject: null } as const;
    return [solvedByOthers(cause, 'startAsAdministrator', { blocks: true })];
  }
  const cause = { id: 'featureMissing', subject: null } as const;
  const remedy = inventory.machine.edition === 'server' ? 'installFeature' : 'repairWindows';
  return [solvedByOthers(cause, remedy, { blocks: true })];
}

/**
 * How its services start, Windows lets nobody change, administrators and SYSTEM included (privacy.sexy #87,
 * winsiderss/systeminformer #870). It is tried and not promised.
 */
function disabled(inventory: Inventory): readonly FoundCause[] {
  return defenderServices.flatMap(({ name, start }) => {
    const service = inventory.services.items.find(
      (each) => each.name.toLowerCase() === name.toLowerCase(),
    );
    if (service?.start !== 'disabled') return [];
    const step = defenderStep('reactivate', {
      kind: 'setServiceStart',
      name,
      start,
      expected: 'disabled',
    });
    const cause = { id: 'serviceDisabled', subject: name } as const;
    const found = solvedByOthers(cause, 'restartInWindowsSecurity', { blocks: false });
    return [{ ...found, steps: [step] }];
  });
}

function stopped(inventory: Inventory): readonly FoundCause[] {
  const service = defenderService(inventory);
  if (service === undefined || service.state === 'running') return [];
  const { name } = service;
  const step = defenderStep('reactivate', { kind: 'startService', name });
  // That it does not run follows from that, and no start of ours would help.
  if (service.start === 'disabled') return [{ cause: null, blocks: false, steps: [step] }];
  return [solvedByCutover({ id: 'serviceStopped', subject: name }, step)];
}

function age(inventory: Inventory): readonly FoundCause[] {
  if (defenderService(inventory) === undefined) return [];
  const { signatures } = statusOf(inventory);
  if (signatures === 'upToDate') return [];
  const step = defenderStep('reactivate', { kind: 'updateDefenderSignatures' });
  return signatures === 'outOfDate'
    ? [solvedByCutover({ id: 'signaturesOld', subject: null }, step)]
    : [{ cause: null, blocks: false, steps: [step] }];
}
