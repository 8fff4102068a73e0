import { advapi32 } from '../ffi/advapi32.ts';
import { kernel32 } from '../ffi/kernel32.ts';
import { addressOf } from '../ffi/library.ts';
import { readSid } from '../ffi/sid.ts';

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
const tokenUser = 1;
const tokenIntegrityLevel = 25;

/** The security identifier of the account that this process runs as; null when Windows does not tell. */
export function currentUser(): string | null {
  return sidInToken(tokenUser);
}

function readIntegrity(): Elevation['integrity'] {
  const label = sidInToken(tokenIntegrityLevel);
  return label === null ? 'unknown' : nameOfIntegrity(Number(label.split('-').at(-1)));
}

/** What is asked for starts with a pointer to a SID that lies in the same memory. */
function sidInToken(kind: number): string | null {
  const token = new BigUint64Array(1);
  const { OpenProcessToken, GetTokenInformation } = advapi32();
  if (OpenProcessToken(kernel32().GetCurrentProcess(), tokenQuery, token) === 0) return null;
  const answer = Buffer.alloc(256);
  const handle = token[0] ?? 0n;
  const read = GetTokenInformation(handle, kind, answer, answer.length, new Uint32Array(1));
  kernel32().CloseHandle(handle);
  const at = Number(answer.readBigUInt64LE(0) - addressOf(answer));
  return read === 0 || at < 0 || at + 8 > answer.length ? null : readSid(answer, at);
}

/** Source: Microsoft, Windows SDK header `winnt.h`, `SECURITY_MANDATORY_*_RID`. */
function nameOfIntegrity(rid: number): Elevation['integrity'] {
  if (rid >= 0x4000) return 'system';
  if (rid >= 0x3000) return 'high';
  return rid >= 0x2000 ? 'medium' : 'low';
}
