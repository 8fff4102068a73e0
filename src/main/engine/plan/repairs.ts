import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Message } from '../../../shared/domain/message.ts';
import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { About } from '../../../shared/domain/plan/step.ts';
import type { Plan } from '../../../shared/domain/plan/plan.ts';
import { changeStep } from '../../../shared/domain/plan/change-step.ts';
import type { QuarantineAction, RepairAction } from '../../../shared/domain/action.ts';
import { fileIndex } from '../detect/vendor/file-index.ts';
import { vendorDrivers } from '../detect/vendor/vendor-drivers.ts';
import { driversWithoutFile } from './danger-rules.ts';
import {
  distrust,
  removeDriver,
  removeNetworkComponent,
  removeProgramEntry,
  repairByHand,
  takeFromFilterList,
  usedBy,
} from './repair-rules.ts';

export type Repairs = Pick<Plan, 'steps' | 'notRepaired'>;

/** What a rule looks at. */
export interface RepairContext {
  readonly inventory: Inventory;
  readonly findings: readonly Finding[];
  readonly dangers: readonly Danger[];
}

type Kind = Danger['repair']['kind'];
type RepairOf<K extends Kind> = Extract<Danger['repair'], { readonly kind: K }>;

/** What a step does about a danger. */
export type Mending = RepairAction | QuarantineAction;

/** What is done about a danger, or why nothing is. */
type RepairRule<K extends Kind> = (
  repair: RepairOf<K>,
  context: RepairContext,
  danger: Danger,
) => Mending | Message;

/**
 * In the order in which they are taken: a filter is corrected before its driver goes, so that no device ever waits for a
 * driver that is not there.
 */
const rules: { readonly [K in Kind]: RepairRule<K> } = {
  takeFromFilterList,
  removeNetworkComponent,
  removeNetworkBinding: repairByHand,
  removeDriver,
  distrust,
  removeTrafficFilter: repairByHand,
  removeSecurityRow: repairByHand,
  turnFirewallOn: repairByHand,
  askWindowsForUpdates: repairByHand,
  removeHostsEntry: repairByHand,
  turnProxyOff: repairByHand,
  takeNameServersFromNetwork: repairByHand,
  removeProgramEntry,
};
const order = Object.keys(rules);

/**
 * Drivers of the vendor whose file is gone and that nothing starts. They hurt nobody now, and may disturb an upgrade of Windows.
 * What an installed product has is not left over.
 */
export function idleDrivers(
  inventory: Inventory,
  findings: readonly Finding[],
  dangers: readonly Danger[],
): Pick<Plan, 'steps' | 'notCleaned'> {
  const idle = driversWithoutFile(inventory, 'onDemand');
  if (idle.length === 0) return { steps: [], notCleaned: [] };
  const context = { inventory, findings, dangers };
  const isOurs = vendorDrivers({ inventory, files: fileIndex(inventory) });
  const decisions = idle
    .filter(({ name }) => isOurs(name) && usedBy(name, context) === null)
    .map(({ name }) => ({ name, mended: removeDriver({ kind: 'removeDriver', name }, context) }));
  return {
    steps: decisions.flatMap(({ name, mended }) =>
      'kind' in mended
        ? [changeStep('clean', { kind: 'remains', leftover: 'driver', name }, mended)]
        : [],
    ),
    notCleaned: decisions.flatMap(({ name, mended }) =>
      'kind' in mended ? [] : [{ leftover: 'driver' as const, name, why: mended }],
    ),
  };
}

/** Steps that mend what hurts, and what of it no step mends. Pure, like the rest of a plan. */
export function repairs(
  inventory: Inventory,
  findings: readonly Finding[],
  dangers: readonly Danger[],
): Repairs {
  const context = { inventory, findings, dangers };
  const decisions = dangers
    .toSorted((a, b) => order.indexOf(a.repair.kind) - order.indexOf(b.repair.kind))
    .map((danger) => ({ danger, mended: mendedBy(danger, context) }));
  const steps = decisions.flatMap(({ danger, mended }) =>
    'kind' in mended ? [changeStep('clean', aboutOf(danger, mended), mended)] : [],
  );
  return {
    // Several names in one list are one step.
    steps: steps.filter(({ id }, index) => steps.findIndex((each) => each.id === id) === index),
    notRepaired: decisions.flatMap(({ danger, mended }) => {
      const { id, seenIn } = danger;
      return 'kind' in mended ? [] : [{ danger: id, seenIn, name: nameIn(danger), why: mended }];
    }),
  };
}

function mendedBy(danger: Danger, context: RepairContext): Mending | Message {
  const rule = rules[danger.repair.kind] as RepairRule<Kind>;
  return rule(danger.repair, context, danger);
}

function aboutOf(danger: Danger, action: Mending): About {
  const { id, seenIn } = danger;
  const name = 'names' in action ? action.names.join(', ') : nameIn(danger);
  return { kind: 'danger', danger: id, name, seenIn };
}

function nameIn({ values }: Danger): string {
  const named = ['driver', 'name', 'server', 'address'].map((key) => values[key]);
  return named.find((value) => typeof value === 'string') ?? '';
}
