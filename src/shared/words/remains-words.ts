import type { Finding } from '../domain/finding.ts';
import { isOneOf } from './is-one-of.ts';
import type { WindowWords } from './translator.ts';

/** Whether the remains of a product matter, by what they are. */
export function remainsWords({ state, evidence }: Finding, { t }: WindowWords): readonly string[] {
  if (state === 'installed') return [t('remains.stillInstalled')];
  const kinds = new Set(evidence.map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => (isOneOf(telling, kind) ? [t(`remains.${kind}`)] : []));
}

/** Kinds of evidence of which it matters what remains. */
const telling = [
  'service',
  'driver',
  'vendorKey',
  'folder',
  'certificate',
  'browserExtension',
  'securityProduct',
  'networkComponent',
  'networkAdapter',
  'firewallRule',
  'trafficFilter',
  'scheduledTask',
  'autostart',
  'amsiProvider',
  'driverPackage',
  'appPackage',
  'eventChannel',
  'classFilter',
  'deviceFilter',
] as const;
