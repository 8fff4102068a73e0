import type { EncryptionSign } from '../../../../shared/domain/inventory/encryption.ts';
import type { Gap, Section } from '../../../../shared/domain/section.ts';
import type { WmiRow } from '../../windows/com/read-wmi.ts';

/** What is known of BitLocker: the signs, and what could not be read. */
export type BitLocker = Pick<Section<EncryptionSign>, 'items' | 'gaps'>;

/** Properties of `Win32_EncryptableVolume` that {@link bitLockerSign} judges by. */
export const bitLockerProperties = [
  'DriveLetter',
  'DeviceID',
  'ProtectionStatus',
  'ConversionStatus',
] as const;

/** What WMI tells of one volume. */
export function bitLockerSign(row: WmiRow): EncryptionSign {
  const text = (name: (typeof bitLockerProperties)[number]) => {
    const value = row.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  return {
    kind: 'bitLocker',
    subject: text('DriveLetter') ?? text('DeviceID') ?? 'a volume without a name',
    ...judge(row.get('ProtectionStatus'), row.get('ConversionStatus')),
  };
}

/**
 * Adds what was not told: a system drive that is missing, and whatever else a gap may hide, is unknown and never off.
 * `systemDrive` is like `C:`, null when it is not known.
 */
export function withUntold({ items, gaps }: BitLocker, systemDrive: string | null): BitLocker {
  const why = gaps[0]?.detail;
  if (items.length === 0) return { items: [unknown('all volumes', why)], gaps };
  const isTold = items.some(({ subject }) => subject.toLowerCase() === systemDrive?.toLowerCase());
  const missed = isTold || systemDrive === null ? [] : [unknown(systemDrive, why)];
  const others = gaps.length === 0 ? [] : [unknown('other volumes', why)];
  return { items: [...items, ...missed, ...others], gaps };
}

/** When asking broke down altogether. */
export function bitLockerNotAsked(error: unknown): BitLocker {
  const detail = error instanceof Error ? error.message : String(error);
  const gap: Gap = { subject: 'BitLocker', reason: 'failed', detail, needsAdministrator: false };
  return withUntold({ items: [], gaps: [gap] }, null);
}

function unknown(subject: string, why = 'Windows did not tell of it.'): EncryptionSign {
  const detail = `Whether BitLocker is on could not be read. ${why}`;
  return { kind: 'bitLocker', subject, state: 'unknown', detail };
}

/**
 * Protection is also off while an encrypted volume keeps its key in the clear (suspended) or is not encrypted to the
 * end, and both pass by themselves; so off is only what is fully decrypted as well. A locked volume tells no
 * protection status (Microsoft: win32 docs, "GetProtectionStatus" and "GetConversionStatus").
 */
function judge(protection: unknown, conversion: unknown): Pick<EncryptionSign, 'state' | 'detail'> {
  if (protection === 1) return { state: 'on', detail: 'BitLocker protects this volume.' };
  const encrypted = typeof conversion === 'number' ? conversions[conversion] : undefined;
  if (encrypted !== undefined) return { state: 'on', detail: encrypted };
  if (protection === 0 && conversion === 0) {
    return { state: 'off', detail: 'BitLocker is off, and the volume is not encrypted.' };
  }
  const numbers = `protection ${numberText(protection)}, conversion ${numberText(conversion)}`;
  return { state: 'unknown', detail: `Windows does not say whether BitLocker is on (${numbers}).` };
}

const conversions: Readonly<Record<number, string>> = {
  1: 'The volume is encrypted; BitLocker is suspended, or the volume is locked.',
  2: 'BitLocker is encrypting this volume.',
  3: 'BitLocker is decrypting this volume.',
  4: 'BitLocker has encrypted a part of this volume and was paused.',
  5: 'BitLocker has decrypted a part of this volume and was paused.',
};

function numberText(value: unknown): string {
  return typeof value === 'number' ? String(value) : 'not told';
}
