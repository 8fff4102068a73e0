import type { EncryptionSign } from '../../../shared/domain/inventory/encryption.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { VendorFolder } from '../../../shared/domain/inventory/vendor-folders.ts';
import { message } from '../../../shared/domain/message.ts';
import type { Owner } from '../../../shared/domain/plan/plan.ts';
import { encryptingComponent } from '../../catalog/components.ts';
import type { DriverRow } from '../../catalog/drivers.ts';
import type { HazardId } from '../../catalog/hazards.ts';
import { passwordVaultFile, quarantineFolders } from '../../catalog/places.ts';
import { productById } from '../../catalog/products/products.ts';
import { driverByName } from '../detect/vendor/matchers.ts';
import { assignedByPolicy } from './hazard-assigned.ts';
import { filtersOf } from './hazard-filters.ts';
import { missingPackage, openSource } from './hazard-package.ts';
import type { HazardContext, HazardRule, Seen } from './hazards.ts';
import { passwordSet } from './hazard-password.ts';
import { guardingFamilies as guarding } from '../protection/guarding-families.ts';
import { protectionAfter } from '../protection/protection-after.ts';

/** One rule for each hazard of the catalog. Null means that it does not apply. */
export const hazardRules: Readonly<Record<HazardId, HazardRule>> = {
  'disk-encryption': (context) => encryption(context, 'diskEncryption', 'kasperskyDiskEncryption'),
  'file-encryption': (context) => encryption(context, 'fileEncryption', 'kasperskyFileEncryption'),
  'encryption-not-checked': encryptionNotChecked,
  'encryption-module': encryptionModule,
  'managed-by-security-center': (context) => managed(context, null),
  'managed-by-employer': (context) => managed(context, 'employer'),
  'managed-before': (context) => managed(context, 'person'),
  'managed-by-us': (context) => managed(context, 'administrator'),
  'safe-mode': safeMode,
  password: passwordSet,
  'password-by-hand': ofProduct,
  'password-may-be-needed': ofProduct,
  'agent-password-may-be-needed': ofProduct,
  'password-vault': passwordVault,
  'data-vault': ofProduct,
  'backup-archives': (context) =>
    seen(removedWithDriver(context, 'backup'), driversOf(context.removed, 'backup')),
  'quarantine-lost': quarantine,
  'vpn-kill-switch': ofProduct,
  'safe-kids-credentials': ofProduct,
  'bitlocker-key': (context) => bitLocker(context, 'on'),
  'bitlocker-unknown': (context) => bitLocker(context, 'unknown'),
  'pending-restart': pendingRestart,
  'missing-installer-package': missingPackage,
  'installer-source-open': openSource,
  'management-server': ofProduct,
  'input-filters': (context) => filtersOf(context, true),
  'device-filters': (context) => filtersOf(context, false),
  'network-filter': (context) =>
    seen(removedWithDriver(context, 'networkFilter'), driversOf(context.removed, 'networkFilter')),
  'assigned-by-policy': assignedByPolicy,
  'windows-update-redirect': ofProduct,
  'protected-service': ofProduct,
  'close-first': closeFirst,
  'self-defence': ({ removed }) =>
    whenAny(removed.filter((finding) => guarding.includes(finding.family))),
  'server-edition': serverEdition,
  'no-replacement': noReplacement,
  'defender-returns': defenderReturns,
  'not-elevated': notElevated,
  'portable-tools': (context) =>
    whenAny(context.findings.filter((finding) => finding.state === 'portable')),
  'us-updates': unitedStates,
};

/** The catalog ties the hazard to a product, and that product goes. */
function ofProduct({ removed }: HazardContext, id: HazardId): Seen | null {
  return whenAny(removed.filter((finding) => productById(finding.productId).hazards.includes(id)));
}

/** Registered is enough: the driver of an encrypted disk need not run to be needed. */
function encryption(
  { inventory, findings, steps }: HazardContext,
  role: DriverRow['role'],
  kind: 'kasperskyDiskEncryption' | 'kasperskyFileEncryption',
): Seen | null {
  if (steps.length === 0) return null;
  const registered = inventory.services.items
    .filter((service) => driverByName(service.name)?.row?.role === role)
    .map((service) => service.name);
  const signs = inventory.encryption.items
    .filter((sign) => sign.kind === kind && sign.state !== 'off')
    .map((sign) => `${sign.subject}: ${sign.detail}`);
  return seen(
    findings.filter((finding) => hasDriver(finding, role)),
    [...registered, ...signs],
  );
}

function encryptionNotChecked({ inventory, removed }: HazardContext): Seen | null {
  const endpoints = removed.filter((finding) => finding.family === 'endpoint');
  const unread = (['encryption', 'services'] as const).filter(
    (name) => inventory[name].state === 'unreadable',
  );
  return endpoints.length === 0
    ? null
    : seen(
        endpoints,
        unread.map((name) => message(`section.${name}`)),
      );
}

/** It only tells that something may be encrypted; whether something is, shows elsewhere. */
function encryptionModule({ findings, removed }: HazardContext, id: HazardId): Seen | null {
  const modules = findings.filter(
    ({ productId, components }) =>
      productById(productId).hazards.includes(id) || components.some(isEncrypting),
  );
  const found = seen(
    modules,
    modules.flatMap(({ name, components }) => [name, ...components.filter(isEncrypting)]),
  );
  const goes = modules.some((finding) => removed.includes(finding));
  return found && !goes ? { ...found, severity: 'warning' } : found;
}

const encrypting = new RegExp(encryptingComponent.match, 'i');

function isEncrypting(component: string): boolean {
  return encrypting.test(component);
}

/** The agent, or its key, shows that a Security Center looks or looked after the machine. */
function managed({ findings, steps, choice }: HazardContext, owner: Owner | null): Seen | null {
  const agents = findings.filter((finding) => finding.family === 'agent');
  return steps.length === 0 || choice.owner !== owner ? null : whenAny(agents);
}

function safeMode({ inventory, steps, removed }: HazardContext): Seen | null {
  const mode = inventory.machine.safeMode;
  const needsInstaller = steps.some((step) => step.action.kind === 'uninstallMsi');
  if (!needsInstaller || (mode !== 'minimal' && mode !== 'network')) return null;
  return { findings: removed, evidence: [mode] };
}

const vaultFile = `\\${passwordVaultFile.name}`;

function passwordVault(context: HazardContext): Seen | null {
  const vaults = entries(context).flatMap(({ path }) =>
    path.slice(-vaultFile.length).toLowerCase() === vaultFile ? [path] : [],
  );
  const managers = context.findings.filter((finding) => finding.family === 'passwordManager');
  if (vaults.length === 0 && managers.length === 0) return null;
  const goes = managers.some((finding) => context.removed.includes(finding));
  const evidence = vaults.length > 0 ? vaults : managers.map((finding) => finding.name);
  return goes
    ? { findings: managers, evidence }
    : { findings: managers, evidence, severity: 'info' };
}

const inQuarantine = new RegExp(String.raw`\\(?:${quarantineFolders.names.join('|')})\\`, 'i');

/** A warning when something lies there, else good to know. */
function quarantine(context: HazardContext, id: HazardId): Seen | null {
  const found = ofProduct(context, id);
  if (found === null) return null;
  const inside = entries(context).flatMap(({ kind, path }) =>
    kind === 'file' && inQuarantine.test(path) ? [path] : [],
  );
  return inside.length === 0
    ? found
    : { ...found, evidence: inside.slice(0, 10), severity: 'warning' };
}

function bitLocker(
  { inventory, removed }: HazardContext,
  state: EncryptionSign['state'],
): Seen | null {
  const endpoints = removed.filter((finding) => finding.family === 'endpoint');
  const disks = inventory.encryption.items
    .filter((sign) => sign.kind === 'bitLocker' && sign.state === state)
    .map((sign) => `${sign.subject}: ${sign.detail}`);
  return endpoints.length === 0 ? null : seen(endpoints, disks);
}

function pendingRestart({ inventory, removed }: HazardContext): Seen | null {
  const pending = inventory.pendingRestarts.items.map(({ source, detail }) =>
    detail === '' ? source : `${source}: ${detail}`,
  );
  return removed.length === 0 ? null : seen(removed, pending);
}

/** A program that does not run has nothing to be closed. */
function closeFirst(context: HazardContext, id: HazardId): Seen | null {
  const found = ofProduct(context, id);
  return found && whenAny(found.findings.filter(({ parts }) => parts.processes.length > 0));
}

function serverEdition({ inventory, removed }: HazardContext): Seen | null {
  const isServer = inventory.machine.edition === 'server';
  return isServer ? whenAny(removed.filter((finding) => guarding.includes(finding.family))) : null;
}

function noReplacement(context: HazardContext): Seen | null {
  const found = afterwards(context, ['nothing', 'cannotTell']);
  return found && context.choice.requireReplacement ? { ...found, severity: 'stop' } : found;
}

function defenderReturns(context: HazardContext): Seen | null {
  return afterwards(context, ['defenderReturns']);
}

function afterwards({ inventory, removed }: HazardContext, wanted: readonly string[]): Seen | null {
  const guards = removed.filter((finding) => guarding.includes(finding.family));
  if (guards.length === 0) return null;
  const after = protectionAfter(inventory);
  return wanted.includes(after.expected) ? { findings: guards, evidence: after.reasons } : null;
}

function notElevated({ inventory }: HazardContext): Seen | null {
  return inventory.machine.elevated === false ? { findings: [], evidence: [] } : null;
}

function unitedStates({ inventory, findings }: HazardContext): Seen | null {
  const language = inventory.machine.language ?? '';
  if (!/-US$/i.test(language)) return null;
  return whenAny(
    findings.filter(
      ({ family, state, confidence }) =>
        // A mere trace of one protects nobody, with updates or without.
        guarding.includes(family) && state === 'installed' && confidence !== 'hint',
    ),
  );
}

function entries({ inventory }: HazardContext): VendorFolder['entries'] {
  return inventory.vendorFolders.items.flatMap((folder) => folder.entries);
}

function hasDriver(finding: Finding, role: DriverRow['role']): boolean {
  return finding.parts.drivers.some((name) => driverByName(name)?.row?.role === role);
}

function removedWithDriver({ removed }: HazardContext, role: DriverRow['role']): Finding[] {
  return removed.filter((finding) => hasDriver(finding, role));
}

function driversOf(findings: readonly Finding[], role: DriverRow['role']): string[] {
  return findings
    .flatMap((finding) => finding.parts.drivers)
    .filter((name) => driverByName(name)?.row?.role === role);
}

/** Null without evidence. */
function seen(findings: readonly Finding[], evidence: Seen['evidence']): Seen | null {
  return evidence.length === 0 ? null : { findings, evidence };
}

function whenAny(findings: readonly Finding[]): Seen | null {
  return seen(
    findings,
    findings.map((finding) => finding.name),
  );
}
