import { advapi32 } from '../ffi/advapi32.ts';
import { kernel32 } from '../ffi/kernel32.ts';
import { addressOf } from '../ffi/library.ts';

/** What the process may do. `integrity` is the label that User Account Control goes by. */
export interface Elevation {
  readonly administrator: boolean;
  readonly integrity: 'low' | 'medium' | 'high' | 'system' | 'unknown';
}

let known: Elevation | undefined;

/** The rights of this process; they cannot change while it runs. */
export function elevation(): Elevation {
  known ??= { administrator: isAdministrator(), integrity: readIntegrity() };
  return known;
}

/** `S-1-5-32-544`, the local group of administrators, as the bytes of a SID. */
const administratorsSid = Buffer.from('01020000000000052000000020020000', 'hex');

/**
 * Whether the group of administrators counts for this process: it does not in the half of a split token that
 * User Account Control starts programs with (Microsoft: `CheckTokenMembership`).
 */
function isAdministrator(): boolean {
  const member = new Uint32Array(1);
  const asked = advapi32().CheckTokenMembership(null, administratorsSid, member);
  return asked !== 0 && member[0] !== 0;
}

const tokenQuery = 0x8;
const tokenIntegrityLevel = 25;

function readIntegrity(): Elevation['integrity'] {
  const token = new BigUint64Array(1);
  const { OpenProcessToken, GetTokenInformation } = advapi32();
  if (OpenProcessToken(kernel32().GetCurrentProcess(), tokenQuery, token) === 0) return 'unknown';
  const label = Buffer.alloc(256);
  const needed = new Uint32Array(1);
  const handle = token[0] ?? 0n;
  const read = GetTokenInformation(handle, tokenIntegrityLevel, label, label.length, needed);
  kernel32().CloseHandle(handle);
  return read === 0 ? 'unknown' : nameOfIntegrity(lastSubAuthority(label));
}

/** The structure starts with a pointer to a SID that lies in the same memory. */
function lastSubAuthority(label: Buffer): number {
  const sid = Number(label.readBigUInt64LE(0) - addressOf(label));
  if (sid < 0 || sid + 8 > label.length) return -1;
  return label.readUInt32LE(sid + 8 + 4 * (label.readUInt8(sid + 1) - 1));
}

/** Source: Microsoft, Windows SDK header `winnt.h`, `SECURITY_MANDATORY_*_RID`. */
function nameOfIntegrity(rid: number): Elevation['integrity'] {
  if (rid < 0) return 'unknown';
  if (rid >= 0x4000) return 'system';
  if (rid >= 0x3000) return 'high';
  return rid >= 0x2000 ? 'medium' : 'low';
}
