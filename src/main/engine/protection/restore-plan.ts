import type { DefenderSetting, Inventory } from '../../../shared/inventory.ts';
import type { ProtectionAction } from '../../../shared/plan.ts';
import { isComplete } from '../../../shared/section.ts';
import { fileIndex } from '../detect/file-index.ts';
import { defenderService } from './defender-return.ts';
import { statusOf } from './defender-status.ts';
import { isOverruled, isPolicy, switchedOff } from './defender-testimony.ts';
import { kasperskyRows, type KasperskyRows } from './kaspersky-guard.ts';
import { isDefenderRow, isKasperskyRow, securityRows } from './security-rows.ts';
import { isTamperProtected } from './source-list.ts';

/** One reason why Microsoft Defender does not protect. */
export interface RestoreCause {
  readonly id:
    | 'featureMissing'
    | 'policy'
    | 'passiveMode'
    | 'localSetting'
    | 'otherAntivirus'
    | 'kasperskyThere'
    | 'deadRow'
    | 'serviceDisabled'
    | 'serviceStopped'
    | 'signaturesOld'
    | 'notKnown';
  readonly explanation: string;
  /** Who can change it and how; null where Cutover can. */
  readonly whoCanChange: string | null;
}

export interface RestoreStep {
  readonly title: string;
  readonly action: ProtectionAction;
}

/** Why Microsoft Defender is off, and the steps that undo what can safely be undone. Pure data. */
export interface RestorePlan {
  readonly causes: readonly RestoreCause[];
  readonly steps: readonly RestoreStep[];
}

/**
 * Never a policy and never tamper protection: both are decisions of somebody else. Nothing is done either while
 * another antivirus is registered, because Windows would stop Defender again (Microsoft: defender-docs, migrating).
 */
export function restorePlan(inventory: Inventory): RestorePlan {
  const rules = [featureMissing, policies, others, deadRows, localSettings, disabled, stopped, age];
  const found = rules.flatMap((rule) => rule(inventory));
  const causes = found.flatMap(({ cause }) => cause ?? []);
  const blocked = found.some(({ blocks }) => blocks);
  return { causes, steps: blocked ? [] : found.flatMap(({ steps }) => steps) };
}

const blocking: readonly RestoreCause['id'][] = [
  'featureMissing',
  'policy',
  'otherAntivirus',
  'kasperskyThere',
  'notKnown',
];

interface Found {
  readonly cause: RestoreCause | null;
  /** Nothing that Cutover could do would help before this is solved. */
  readonly blocks: boolean;
  readonly steps: readonly RestoreStep[];
}

function causeOf(
  id: RestoreCause['id'],
  explanation: string,
  whoCanChange: string | null,
  steps: readonly RestoreStep[] = [],
): Found {
  return { cause: { id, explanation, whoCanChange }, blocks: blocking.includes(id), steps };
}

function featureMissing(inventory: Inventory): readonly Found[] {
  if (defenderService(inventory) !== undefined) return [];
  if (!isComplete(inventory.services)) {
    const says = 'The services could not be read, so nobody knows why Microsoft Defender is off.';
    return [causeOf('notKnown', says, 'Start Cutover as administrator.')];
  }
  const who =
    inventory.machine.edition === 'server'
      ? 'An administrator installs it with `dism /Online /Enable-Feature /FeatureName:Windows-Defender` and restarts.'
      : 'Repair Windows (`dism /Online /Cleanup-Image /RestoreHealth`), or install another antivirus.';
  return [causeOf('featureMissing', 'Microsoft Defender is not installed.', who)];
}

/** Client Windows ignores two of them since 2020; they are named, and the rest is tried all the same. */
function policies(inventory: Inventory): readonly Found[] {
  const client = inventory.machine.edition === 'client';
  return switchedOff(inventory)
    .filter(isPolicy)
    .map((setting) => {
      const says = `The policy ${setting.name} (${setting.key}) keeps Microsoft Defender off.`;
      const found = causeOf('policy', says, policyAdvice);
      return { ...found, blocks: !(client && isOverruled(setting)) };
    });
}

const policyAdvice =
  'Only whoever administers this computer may change it: in the group policy of the domain, in Intune, or, on a ' +
  'computer without an organisation, with the local group policy editor (gpedit.msc).';

function others(inventory: Inventory): readonly Found[] {
  const files = fileIndex(inventory);
  const { live } = kasperskyRows(inventory, files);
  const names = new Set(
    securityRows(inventory)
      .filter((row) => !isDefenderRow(row) && !isKasperskyRow(row, files) && row.state === 'on')
      .map(({ name }) => name),
  );
  const foreign = [...names].map((name) =>
    causeOf(
      'otherAntivirus',
      `“${name}” is registered as the antivirus of this computer; Defender stays off beside it.`,
      `Repair or remove “${name}” with its own installer.`,
    ),
  );
  return live.length === 0 ? foreign : [...foreign, kasperskyThere(live)];
}

function kasperskyThere(live: KasperskyRows['live']): Found {
  const name = live[0]?.name ?? 'Kaspersky';
  const says = `“${name}” still protects this computer; Defender stays off beside it.`;
  return causeOf('kasperskyThere', says, 'Remove it first: `cutover remove`.');
}

/** Only Windows itself may take rows out of its list; there is no public way to do it. */
function deadRows(inventory: Inventory): readonly Found[] {
  const { live, dead } = kasperskyRows(inventory, fileIndex(inventory));
  if (live.length > 0 || dead.length === 0) return [];
  const name = dead[0]?.name ?? 'Kaspersky';
  return [
    causeOf(
      'deadRow',
      `Windows Security still lists “${name}”, which is gone. Such a row can keep Defender from taking over.`,
      'Windows drops such rows by itself, usually at a restart; restart the computer. If the row stays, install and ' +
        'remove the product once more with its own installer, which deregisters it.',
    ),
  ];
}

/** Values outside the policies that a program or a person wrote on this computer. */
function localSettings(inventory: Inventory): readonly Found[] {
  const local = switchedOff(inventory).filter((setting) => !isPolicy(setting));
  return local.map((setting) => {
    const says = `The setting ${setting.name} (${setting.key}) switches Microsoft Defender off.`;
    const id = /^PassiveMode$/i.test(setting.name) ? 'passiveMode' : 'localSetting';
    if (isTamperProtected(inventory) === true) return causeOf(id, says, tamperAdvice);
    if (typeof setting.data !== 'number') return causeOf(id, says, 'Look at the value by hand.');
    return causeOf(id, says, null, [removal(setting, setting.data)]);
  });
}

const tamperAdvice =
  'Tamper protection guards it, and no program may change that. A person opens Windows Security, “Virus & threat ' +
  'protection”, “Manage settings”, and turns real-time protection on.';

function removal({ key, name }: DefenderSetting, expectedData: number): RestoreStep {
  return {
    title: `Remove the setting ${name} that switches Microsoft Defender off`,
    action: { kind: 'removeRegistryValue', key, name, expectedData },
  };
}

/** How Windows starts each service and driver of Defender. Commonly seen; Microsoft documents none. */
const usualStarts = [
  ['WdBoot', 'boot'],
  ['WdFilter', 'boot'],
  ['WdNisDrv', 'demand'],
  ['WdNisSvc', 'demand'],
  ['WinDefend', 'auto'],
] as const;

function disabled(inventory: Inventory): readonly Found[] {
  return usualStarts.flatMap(([name, start]) => {
    const service = inventory.services.items.find(
      (each) => each.name.toLowerCase() === name.toLowerCase(),
    );
    if (service?.start !== 'disabled') return [];
    const title = `Let Windows start ${name} again`;
    const step: RestoreStep = { title, action: { kind: 'setServiceStart', name, start } };
    return [causeOf('serviceDisabled', `The service ${name} is disabled.`, null, [step])];
  });
}

function stopped(inventory: Inventory): readonly Found[] {
  const service = defenderService(inventory);
  if (service === undefined || service.state === 'running') return [];
  const step: RestoreStep = {
    title: 'Start Microsoft Defender',
    action: { kind: 'startService', name: service.name },
  };
  return [causeOf('serviceStopped', 'Microsoft Defender’s service does not run.', null, [step])];
}

function age(inventory: Inventory): readonly Found[] {
  if (defenderService(inventory) === undefined) return [];
  const { signatures } = statusOf(inventory);
  if (signatures === 'upToDate') return [];
  const step: RestoreStep = {
    title: 'Update the signatures of Microsoft Defender',
    action: { kind: 'updateDefenderSignatures' },
  };
  const says = 'The signatures of Microsoft Defender are old.';
  return signatures === 'outOfDate'
    ? [causeOf('signaturesOld', says, null, [step])]
    : [{ cause: null, blocks: false, steps: [step] }];
}
