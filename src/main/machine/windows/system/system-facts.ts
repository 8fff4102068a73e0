import { uptime } from 'node:os';
import type { MachineFacts } from '../../../../shared/domain/inventory.ts';
import { kernel32 } from '../ffi/kernel32.ts';
import { ntdll } from '../ffi/ntdll.ts';
import { user32 } from '../ffi/user32.ts';
import { preferredLanguage } from './preferred-language.ts';
import { currentUser, elevation } from './elevation.ts';

type SystemFacts = Pick<
  MachineFacts,
  | 'osVersion'
  | 'osBuild'
  | 'edition'
  | 'architecture'
  | 'safeMode'
  | 'elevated'
  | 'language'
  | 'account'
  | 'bootedAt'
>;

/** What Windows tells of itself by functions; the registry has the rest. */
export function readSystemFacts(): SystemFacts {
  return {
    ...readVersion(),
    architecture: readArchitecture(),
    safeMode: readSafeMode(),
    elevated: elevation().administrator,
    language: preferredLanguage('system'),
    account: currentUser() ?? undefined,
    bootedAt: lastStart(),
  };
}

/** Windows counts on while it sleeps and after a start that only wakes its kernel up (Microsoft: `GetTickCount64`). */
function lastStart(): string {
  const time = new Date();
  time.setSeconds(time.getSeconds() - uptime());
  return time.toISOString();
}

/** `OSVERSIONINFOEXW`. Source: Microsoft, Windows SDK header `winnt.h`. */
const versionSize = 284;
const productTypeOffset = 282;
const workstation = 1;

/** `RtlGetVersion` tells the truth where other functions ask the manifest of the program first. */
function readVersion(): Pick<SystemFacts, 'osVersion' | 'osBuild' | 'edition'> {
  const information = Buffer.alloc(versionSize);
  information.writeUInt32LE(versionSize, 0);
  if (ntdll().RtlGetVersion(information) !== 0) {
    return { osVersion: null, osBuild: null, edition: 'unknown' };
  }
  const [major = 0, minor = 0, build = 0] = [4, 8, 12].map((at) => information.readUInt32LE(at));
  return {
    osVersion: `${major}.${minor}.${build}`,
    osBuild: String(build),
    edition: information.readUInt8(productTypeOffset) === workstation ? 'client' : 'server',
  };
}

/** Source: Microsoft, Windows SDK header `winnt.h`, `IMAGE_FILE_MACHINE_*`. */
const architectures: Readonly<Record<number, MachineFacts['architecture']>> = {
  0x8664: 'x64',
  0xaa64: 'arm64',
  0x14c: 'x86',
};

/** Of the processor; our own program may be an emulated x64 one. */
function readArchitecture(): MachineFacts['architecture'] {
  const { IsWow64Process2, GetCurrentProcess } = kernel32();
  const native = new Uint16Array(1);
  if (IsWow64Process2(GetCurrentProcess(), new Uint16Array(1), native) === 0) return 'unknown';
  return architectures[native[0] ?? 0] ?? 'unknown';
}

/** Source: Microsoft, `GetSystemMetrics`, `SM_CLEANBOOT`. */
const cleanBoot = 67;
const safeModes: readonly MachineFacts['safeMode'][] = ['no', 'minimal', 'network'];

function readSafeMode(): MachineFacts['safeMode'] {
  return safeModes[user32().GetSystemMetrics(cleanBoot)] ?? 'unknown';
}
