import { expandVariables, type Variables } from './expand-variables.ts';
import type { Registry } from './registry.ts';
import { textOf } from './value-of.ts';

interface Source {
  readonly variable: string;
  readonly key: string;
  readonly value: string;
}

const windows = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const windowsNt = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';

const sources: readonly Source[] = [
  { variable: 'SYSTEMROOT', key: windowsNt, value: 'SystemRoot' },
  { variable: 'PROGRAMFILES', key: windows, value: 'ProgramFilesDir' },
  { variable: 'PROGRAMW6432', key: windows, value: 'ProgramW6432Dir' },
  { variable: 'PROGRAMFILES(X86)', key: windows, value: 'ProgramFilesDir (x86)' },
  { variable: 'COMMONPROGRAMFILES', key: windows, value: 'CommonFilesDir' },
  { variable: 'COMMONPROGRAMFILES(X86)', key: windows, value: 'CommonFilesDir (x86)' },
  { variable: 'PROGRAMDATA', key: `${windowsNt}\\ProfileList`, value: 'ProgramData' },
  { variable: 'PUBLIC', key: `${windowsNt}\\ProfileList`, value: 'Public' },
];

/**
 * The variables of a machine that is not at hand, as far as its registry tells them. What it does not tell is
 * not guessed, except that `SystemDrive` is the drive of `SystemRoot`.
 */
export function readVariables(registry: Registry): Variables {
  const variables = new Map<string, string>();
  for (const { variable, key, value } of sources) {
    const read = registry.readKey(key);
    const text = read.found ? textOf(read.value, value) : null;
    if (text === null) continue;
    variables.set(variable, expandVariables(text, variables));
    if (variable === 'SYSTEMROOT') addWindows(variables, text);
  }
  return variables;
}

function addWindows(variables: Map<string, string>, systemRoot: string): void {
  variables.set('WINDIR', systemRoot);
  const drive = /^[a-z]:/i.exec(systemRoot)?.[0];
  if (drive !== undefined) variables.set('SYSTEMDRIVE', drive);
}
