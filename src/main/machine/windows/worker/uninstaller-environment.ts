import type { Variables } from '../../registry/expand-variables.ts';

/**
 * The variables of an uninstaller. Anybody can set those of a person, and Windows hands them to programs with the
 * rights of an administrator too; so what leads to programs of Windows comes from Windows itself. `systemFolder` is
 * like `C:\Windows\System32`, `variables` are what the registry of the machine tells.
 */
export function uninstallerEnvironment(
  env: NodeJS.ProcessEnv,
  systemFolder: string,
  variables: Variables,
): Record<string, string> {
  const trusted = new Map([...variables, ...ofWindows(systemFolder)]);
  const others = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || trusted.has(name.toUpperCase()) ? [] : [[name, value] as const],
  );
  return Object.fromEntries([...others, ...trusted]);
}

function ofWindows(systemFolder: string): (readonly [string, string])[] {
  const windows = systemFolder.slice(0, systemFolder.lastIndexOf('\\'));
  return [
    ['SYSTEMROOT', windows],
    ['WINDIR', windows],
    ['SYSTEMDRIVE', windows.slice(0, 2)],
    ['COMSPEC', `${systemFolder}\\cmd.exe`],
    ['PATH', `${systemFolder};${windows};${systemFolder}\\Wbem`],
    ['PATHEXT', '.COM;.EXE;.BAT;.CMD'],
  ];
}
