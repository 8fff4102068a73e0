import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { SecurityProduct } from '../../../shared/domain/inventory/security-products.ts';

/** What `MSFT_MpComputerStatus` says, read by name. Whatever is missing or of another type is null. */
export interface DefenderStatusFacts {
  readonly mode: {
    readonly kind: 'active' | 'standsDown' | 'unknown';
    readonly text: string;
  } | null;
  readonly shields: readonly { readonly shield: Shield; readonly on: boolean | null }[];
  readonly signatures: SecurityProduct['signatures'];
  readonly tamperProtected: boolean | null;
}

/** Reads the properties that decide. Source: Microsoft Learn, class MSFT_MpComputerStatus. */
export function statusOf({ defenderStatus }: Inventory): DefenderStatusFacts {
  const values = new Map(defenderStatus.items.map(({ name, data }) => [name.toLowerCase(), data]));
  const flag = (name: string) => {
    const value = values.get(name.toLowerCase());
    return typeof value === 'boolean' ? value : null;
  };
  const mode = values.get('amrunningmode');
  return {
    mode: typeof mode === 'string' && mode.trim() !== '' ? modeOf(mode.trim()) : null,
    shields: shieldNames.map(([name, shield]) => ({ shield, on: flag(name) })),
    signatures: signatureAge(
      flag('DefenderSignaturesOutOfDate'),
      values.get('antivirussignatureage'),
    ),
    tamperProtected: flag('IsTamperProtected'),
  };
}

const shieldNames = [
  ['AMServiceEnabled', 'service'],
  ['AntivirusEnabled', 'antivirus'],
  ['RealTimeProtectionEnabled', 'realTime'],
  ['OnAccessProtectionEnabled', 'onAccess'],
] as const;
type Shield = (typeof shieldNames)[number][1];

/** `Passive Mode` is also written `Passive`; EDR in block mode acts only after an attack. */
function modeOf(text: string): NonNullable<DefenderStatusFacts['mode']> {
  if (/^normal$/i.test(text)) return { kind: 'active', text };
  return { kind: /^(?:passive|sxs|edr|not running)/i.test(text) ? 'standsDown' : 'unknown', text };
}

/** Days. Windows warns after this time; a Defender that never had signatures reports 65535 or 4294967295. */
const oldAfterDays = 7;

function signatureAge(outOfDate: boolean | null, age: unknown): SecurityProduct['signatures'] {
  if (outOfDate === true) return 'outOfDate';
  if (typeof age !== 'number') return 'unknown';
  if (age < 0 || age > oldAfterDays) return 'outOfDate';
  return outOfDate === null ? 'unknown' : 'upToDate';
}
