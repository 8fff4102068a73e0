/** One thing that changes without any program of ours doing it, and why. */
export interface Ignored {
  readonly pattern: RegExp;
  readonly reason: string;
}

export const ignoredKeys: readonly Ignored[] = [
  {
    pattern: /^HKLM\\Software\\Classes\\Installer(\\(Features|Products|UpgradeCodes))?$/i,
    reason:
      'empty folders Windows Installer makes for its first product and never removes; what is in them counts',
  },
  {
    pattern:
      /^HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Installer\\(UpgradeCodes|UserData(\\S-1-5-18(\\(Components|Products))?)?)$/i,
    reason: 'the same, in the second place where Windows Installer keeps its products',
  },
  {
    pattern: /^HKCU\\Software\\Wine\\WineDbg$/i,
    reason:
      'settings of Wine’s debugger, which Wine starts when a service of its own crashes on a busy machine; a crash of ours is told by its exit code',
  },
  {
    pattern: /^HKLM\\System\\ControlSet001\\Services\\EventLog\\Application\\Cutover$/i,
    reason: 'our source in the log of events; `cutover-remove-home` reads it',
  },
  {
    pattern: /^HKLM\\Software\\Cutover(\\State)?$/i,
    reason: 'how a run ended, for tools that look there; `cutover-remove-home` reads it',
  },
];

/** Against `key → value name`. */
export const ignoredValues: readonly Ignored[] = [
  {
    pattern: /Control\\Class\\\{[^}]+\}\\\d+ → DriverDate(Data)?$/i,
    reason: 'Wine writes its build date of the display driver at each boot',
  },
];

export const ignoredFiles: readonly Ignored[] = [
  {
    pattern: /^C:\\windows\\Installer$/i,
    reason: 'folder Windows Installer makes for its first product; what is in it counts',
  },
  {
    pattern: /\\Temp\\~nsu\w*\.tmp(\\|$)/i,
    reason: 'NSIS leaves the copy of its uninstaller in Temp until the next restart',
  },
  { pattern: /^C:\\lab(\\|$)/i, reason: 'Node, with which the tests run programs' },
  { pattern: /^C:\\cutover(\\|$)/i, reason: 'the program under test itself' },
];

export function isIgnored(name: string, list: readonly Ignored[]): boolean {
  return list.some(({ pattern }) => pattern.test(name));
}
