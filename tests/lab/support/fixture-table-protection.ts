import type { Binary, Fixture } from './fixture-table.ts';

const dynamicLibrary = { bits: 64, kind: 'library', signer: 'innocent' } as const;
const console = { bits: 64, kind: 'console', signer: 'innocent' } as const;

/** The list of products of the Windows Security Center, which the test writes to the registry. */
export const wsc: Fixture = {
  bits: 64,
  binaries: {
    'security-center.dll': {
      ...dynamicLibrary,
      source: 'security-center.c',
      libraries: ['ole32', 'oleaut32', 'advapi32'],
    },
  },
  registers: 'security-center.dll',
};

/** The configuration of the network, with failures that the test writes to the registry. */
export const network: Fixture = {
  bits: 64,
  binaries: {
    'net-config.dll': {
      ...dynamicLibrary,
      source: 'net-config.c',
      libraries: ['ole32', 'advapi32', 'uuid'],
    },
  },
  registers: 'net-config.dll',
};

/** WMI with the namespaces and objects that the test writes to the registry. Wine has a `wmi.dll` of its own. */
export const wmi: Fixture = {
  bits: 64,
  binaries: {
    'management.dll': {
      ...dynamicLibrary,
      source: 'wmi.c',
      libraries: ['ole32', 'oleaut32', 'advapi32', 'wbemuuid'],
    },
  },
  registers: 'management.dll',
};

/** The scan interface of Windows, with answers that the test writes to the registry. */
export const amsi: Fixture = {
  bits: 64,
  binaries: { 'amsi.dll': { ...dynamicLibrary, source: 'amsi.c', libraries: ['advapi32'] } },
  places: { 'C:\\windows\\system32\\amsi.dll': { file: 'amsi.dll' } },
};

/** Copying a log of events, which Wine cannot. */
export const events: Fixture = {
  bits: 64,
  binaries: { 'wevtapi.dll': { ...dynamicLibrary, source: 'wevtapi.c', libraries: ['advapi32'] } },
  places: { 'C:\\windows\\system32\\wevtapi.dll': { file: 'wevtapi.dll' } },
};

/** The Windows Filtering Platform, on every machine: what Wine has of it ends the program that asks. */
export const filters: Fixture = {
  bits: 64,
  binaries: {
    'fwpuclnt.dll': { ...dynamicLibrary, source: 'fwpuclnt.c', libraries: ['advapi32'] },
  },
};

/** Device management, with answers that the test writes to the registry; a computer that is not enrolled without them. */
export const management: Fixture = {
  bits: 64,
  binaries: {
    'mdmregistration.dll': { ...dynamicLibrary, source: 'mdm.c', libraries: ['advapi32'] },
  },
  places: { 'C:\\windows\\system32\\mdmregistration.dll': { file: 'mdmregistration.dll' } },
};

/** A resident scanner, to be started by the test. */
export const guard: Fixture = {
  bits: 64,
  binaries: { 'guard.exe': { ...console, source: 'guard.c' } },
  places: { 'C:\\lab\\guard.exe': { file: 'guard.exe' } },
};

const platform = 'C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.24110.5-0';
const service: Binary = { ...console, source: 'service.c' };

/** Microsoft Defender, switched off by hand. */
export const defender: Fixture = {
  bits: 64,
  binaries: {
    'MsMpEng.exe': service,
    'MpCmdRun.exe': {
      ...console,
      source: 'mpcmdrun.c',
      libraries: ['advapi32'],
      signer: 'microsoft',
    },
  },
  addsServices: true,
  places: {
    [`${platform}\\MsMpEng.exe`]: { file: 'MsMpEng.exe' },
    [`${platform}\\MpCmdRun.exe`]: { file: 'MpCmdRun.exe' },
  },
};
