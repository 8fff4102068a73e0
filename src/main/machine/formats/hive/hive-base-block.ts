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

const blockSize = 4096;

/**
 * Reads the first block of a hive file. A hive whose two sequence numbers differ was not closed properly; what
 * is missing stands in transaction logs, which are not replayed here.
 * Format: https://github.com/msuhanov/regf, "Base block".
 */
export function readHiveBase(file: Buffer, mountPath: string): HiveBaseOutcome {
  if (file.length === 0) return { ok: false, code: 'empty' };
  if (file.toString('latin1', 0, 4) !== 'regf') return { ok: false, code: 'notAHive' };
  if (file.length < blockSize) return { ok: false, code: 'truncated' };
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
  if (file.length < blockSize + binsSize) {
    return gap(subject, 'truncated', message('gap.hive.tooShort'));
  }
  if (checksum(file) !== file.readUInt32LE(508)) {
    return gap(subject, 'corrupt', message('gap.hive.checksum'));
  }
  if (file.readUInt32LE(4) !== file.readUInt32LE(8)) {
    return gap(subject, 'corrupt', message('gap.hive.notClosed'));
  }
  return null;
}

function checksum(file: Buffer): number {
  let sum = 0;
  for (let at = 0; at < 508; at += 4) sum ^= file.readUInt32LE(at);
  const unsigned = sum >>> 0;
  if (unsigned === 0) return 1;
  return unsigned === 0xffffffff ? 0xfffffffe : unsigned;
}

function gap(subject: string, reason: 'corrupt' | 'truncated', detail: Message): Gap {
  return { subject, reason, detail, needsAdministrator: false };
}
