import { arch, hostname, userInfo } from 'node:os';
import { readVariables } from '../../registry/read-variables.ts';
import type { Variables } from '../../registry/expand-variables.ts';
import { systemFolder } from '../ffi/library.ts';
import { WindowsRegistry } from './windows-registry.ts';

/** What Windows itself tells of the world that a program lives in. */
export interface WindowsWorld {
  /** `C:\Windows\System32`. */
  readonly systemFolder: string;
  /** What the registry of the machine tells. */
  readonly variables: Variables;
  readonly computer: string;
  /** As Node names it. */
  readonly architecture: string;
  /** Of the account this process runs as; null when Windows does not tell. */
  readonly account: { readonly name: string; readonly folder: string } | null;
}

/**
 * The variables of every process that we start. Anybody can set those of a person, and Windows hands them to programs
 * with the rights of an administrator too: they decide which PowerShell is started, which profiler is loaded into it,
 * and from which folder an installer goes on. So none is passed on; all are built from what Windows itself tells.
 * `temporaryFolder` is one that only administrators write, because uninstallers copy themselves there and run on.
 */
export function childEnvironment(
  temporaryFolder: string,
  world: WindowsWorld = thisWorld(),
): Record<string, string> {
  const named = [
    ...world.variables,
    ...ofWindows(world),
    ...ofAccount(world),
    ...ofProcessor(world.architecture),
    ['TEMP', temporaryFolder],
    ['TMP', temporaryFolder],
  ] as const;
  return Object.fromEntries(named);
}

function thisWorld(): WindowsWorld {
  return {
    systemFolder: systemFolder(),
    variables: readVariables(new WindowsRegistry()),
    computer: hostname(),
    architecture: arch(),
    account: thisAccount(),
  };
}

/** Asked of the token and not of `USERPROFILE`, which `os.homedir` would believe. */
function thisAccount(): WindowsWorld['account'] {
  try {
    const { username, homedir } = userInfo();
    return { name: username, folder: homedir };
  } catch {
    return null;
  }
}

type Named = readonly (readonly [string, string])[];

function ofWindows({ systemFolder: system, variables, computer }: WindowsWorld): Named {
  const windows = system.slice(0, system.lastIndexOf('\\'));
  const also = (name: string, source: string) => {
    const value = variables.get(source);
    return value === undefined ? [] : [[name, value] as const];
  };
  return [
    ['SYSTEMROOT', windows],
    ['WINDIR', windows],
    ['SYSTEMDRIVE', windows.slice(0, 2)],
    ['COMSPEC', `${system}\\cmd.exe`],
    ['PATH', `${system};${windows};${system}\\Wbem`],
    ['PATHEXT', '.COM;.EXE;.BAT;.CMD'],
    ['OS', 'Windows_NT'],
    ['COMPUTERNAME', computer],
    ...also('ALLUSERSPROFILE', 'PROGRAMDATA'),
    ...also('COMMONPROGRAMW6432', 'COMMONPROGRAMFILES'),
  ];
}

function ofAccount({ account }: WindowsWorld): Named {
  if (account === null) return [];
  const { name, folder } = account;
  return [
    ['USERNAME', name],
    ['USERPROFILE', folder],
    ['HOMEDRIVE', folder.slice(0, 2)],
    ['HOMEPATH', folder.slice(2)],
    ['APPDATA', `${folder}\\AppData\\Roaming`],
    ['LOCALAPPDATA', `${folder}\\AppData\\Local`],
  ];
}

/** Source: Microsoft, win32 docs, "WOW64 Implementation Details". */
const processors: Readonly<Record<string, string>> = { x64: 'AMD64', arm64: 'ARM64', ia32: 'x86' };

function ofProcessor(architecture: string): Named {
  const name = processors[architecture];
  return name === undefined ? [] : [['PROCESSOR_ARCHITECTURE', name]];
}
