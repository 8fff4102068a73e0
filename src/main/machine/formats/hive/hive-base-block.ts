import { message, type Message } from '../../../../shared/domain/message.ts';
import type { Gap } from '../../../../shared/domain/section.ts';

export interface HiveBase {
  readonly rootCell: number;
  readonly binsSize: number;
  /** Whether values above 16,344 bytes are kept in several cells. */
  readonly hasBigData: boolean;
  /** Why the hive as a whole may not be what the machine had last. */
  readonly doubt: Gap | null;
}

export type HiveBaseOutcome =
  | { readonly ok: true; readonly value: HiveBase }
  | { readonly ok: false; readonly code: 'empty' | 'notAHive' | 'truncated' };

/** Bytes of the first block; the bins begin behind it. */
export const baseSize = 4096;

/**
 * Reads the first block of a hive file. A hive whose two sequence numbers differ was not closed properly; what is missing stands
 * in its logs, which `replay-logs.ts` replays.
 * Format: https://github.com/msuhanov/regf, "Base block".
 */
export function readHiveBase(file: Buffer, mountPath: string): HiveBaseOutcome {
  if (file.length === 0) return { ok: false, code: 'empty' };
  if (file.toString('latin1', 0, 4) !== 'regf') return { ok: false, code: 'notAHive' };
  if (file.length < baseSize) return { ok: false, code: 'truncated' };
  const binsSize = file.readUInt32LE(40);
  return {
    ok: true,
    value: {
      rootCell: file.readUInt32LE(36),
      binsSize,
      hasBigData: file.readUInt32LE(24) > 3,
      doubt: doubtOf(file, binsSize, mountPath),
    },
  };
}

function doubtOf(file: Buffer, binsSize: number, subject: string): Gap | null {
  if (file.length < baseSize + binsSize) {
    return gap(subject, 'truncated', message('gap.hive.tooShort'));
  }
  if (!isSound(file)) {
    return gap(subject, 'corrupt', message('gap.hive.checksum'));
  }
  return isClosed(file) ? null : gap(subject, 'corrupt', message('gap.hive.notClosed'));
}

/** Whether this is a hive whose latest changes may stand in its logs. */
export function needsLogs(file: Buffer): boolean {
  const isHive = file.length >= baseSize && file.toString('latin1', 0, 4) === 'regf';
  return isHive && !(isSound(file) && isClosed(file));
}

/** Whether the first block was written whole. */
export function isSound(file: Buffer): boolean {
  return baseChecksum(file) === file.readUInt32LE(508);
}

function isClosed(file: Buffer): boolean {
  const { primary, secondary } = sequences(file);
  return primary === secondary;
}

/** The first number is counted up before something is written, the second after it. */
export function sequences(file: Buffer): { readonly primary: number; readonly secondary: number } {
  return { primary: file.readUInt32LE(4), secondary: file.readUInt32LE(8) };
}

/** The checksum that belongs into a first block, of a hive or of its log. */
export function baseChecksum(file: Buffer): number {
  let sum = 0;
  for (let at = 0; at < 508; at += 4) sum ^= file.readUInt32LE(at);
  const unsigned = sum >>> 0;
  if (unsigned === 0) return 1;
  return unsigned === 0xffffffff ? 0xfffffffe : unsigned;
}

function gap(subject: string, reason: 'corrupt' | 'truncated', detail: Message): Gap {
  return { subject, reason, detail, needsAdministrator: false };
}
