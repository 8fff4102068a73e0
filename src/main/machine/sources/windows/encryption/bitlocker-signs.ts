import { quoted } from '../../../../../shared/domain/message.ts';
import type { EncryptionSign } from '../../../../../shared/domain/inventory/encryption.ts';
import type { Gap, Section } from '../../../../../shared/domain/section.ts';
import type { WmiRow } from '../../../windows/com/read-wmi.ts';

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
    subject: text('DriveLetter') ?? text('DeviceID') ?? unnamed,
    ...judge(row.get('ProtectionStatus'), row.get('ConversionStatus')),
  };
}

/**
 * Adds what was not told: a system drive that is missing, and whatever else a gap may hide, is unknown and never off.
 * `systemDrive` is like `C:`, null when it is not known.
 */
export function withUntold({ items, gaps }: BitLocker, systemDrive: string | null): BitLocker {
  const why = gaps[0] === undefined ? '' : `${gaps[0].subject} (${gaps[0].reason})`;
  if (items.length === 0) return { items: [unknown(unnamed, why)], gaps };
  const isTold = items.some(({ subject }) => subject.toLowerCase() === systemDrive?.toLowerCase());
  const missed = isTold || systemDrive === null ? [] : [unknown(systemDrive, why)];
  const others = gaps.length === 0 ? [] : [unknown(unnamed, why)];
  return { items: [...items, ...missed, ...others], gaps };
}

/** What is not there encrypts nothing. */
export const bitLockerNotInstalled: BitLocker = {
  items: [{ kind: 'bitLocker', subject: 'BitLocker', state: 'off', detail: 'BDESVC' }],
  gaps: [],
};

/** When asking broke down altogether. */
export function bitLockerNotAsked(error: unknown): BitLocker {
  const detail = quoted(error instanceof Error ? error.message : String(error));
  const gap: Gap = { subject: unnamed, reason: 'failed', detail, needsAdministrator: false };
  return withUntold({ items: [], gaps: [gap] }, null);
}

/** Stands for volumes that Windows does not name. */
const unnamed = 'BitLocker';

function unknown(subject: string, detail: string): EncryptionSign {
  return { kind: 'bitLocker', subject, state: 'unknown', detail };
}

/**
 * Protection is also off while an encrypted volume keeps its key in the clear (suspended) or is not encrypted to the
 * end, and both pass by themselves; so off is only what is fully decrypted as well. A locked volume tells no
 * protection status (Microsoft: win32 docs, "GetProtectionStatus" and "GetConversionStatus").
 */
function judge(protection: unknown, conversion: unknown): Pick<EncryptionSign, 'state' | 'detail'> {
  const detail = `ProtectionStatus ${numberText(protection)}, ConversionStatus ${numberText(conversion)}`;
  if (protection === 1 || encrypted.includes(conversion)) return { state: 'on', detail };
  return { state: protection === 0 && conversion === 0 ? 'off' : 'unknown', detail };
}

/** Fully encrypted, encrypting, decrypting, and either of these two paused. */
const encrypted: readonly unknown[] = [1, 2, 3, 4, 5];

function numberText(value: unknown): string {
  return typeof value === 'number' ? String(value) : '–';
}
