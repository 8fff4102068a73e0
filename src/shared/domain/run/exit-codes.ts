/** One way `cutover` can end. Windows codes follow Windows Installer; POSIX exit codes are one byte. */
interface ExitCode {
  readonly windows: number;
  readonly posix: number;
}

/**
 * The only table of exit codes: the help, `docs/exit-codes.md` and the program read it; what each means and what to
 * do about it is said in the catalogues. Our own block is 2000–2099, outside what N-able (1–999), ConfigMgr (15605,
 * 15618), PSAppDeployToolkit (60000–79999) and winget reserve. Codes are an interface: a code keeps its meaning for
 * ever.
 */
export const exitCodes = {
  success: { windows: 0, posix: 0 },
  restartNeeded: { windows: 3010, posix: 10 },
  restartStarted: { windows: 1641, posix: 11 },
  installerBusy: { windows: 1618, posix: 12 },
  cancelled: { windows: 1602, posix: 13 },
  defect: { windows: 2000, posix: 20 },
  badArguments: { windows: 2001, posix: 2 },
  notAdministrator: { windows: 2002, posix: 22 },
  anotherRun: { windows: 2003, posix: 23 },
  stopped: { windows: 2004, posix: 24 },
  passwordMissing: { windows: 2005, posix: 25 },
  passwordWrong: { windows: 2006, posix: 26 },
  uninstallerFailed: { windows: 2007, posix: 27 },
  stillPresent: { windows: 2008, posix: 28 },
  remnantsLeft: { windows: 2009, posix: 29 },
  notProtected: { windows: 2010, posix: 30 },
  timedOut: { windows: 2011, posix: 31 },
  decisionNeeded: { windows: 2012, posix: 32 },
  unreadableInput: { windows: 2013, posix: 33 },
  cannotWrite: { windows: 2014, posix: 34 },
  unsupportedSystem: { windows: 2015, posix: 35 },
  runNotFound: { windows: 2016, posix: 36 },
  notKnown: { windows: 2017, posix: 37 },
  notUndone: { windows: 2018, posix: 38 },
  dangerFound: { windows: 2019, posix: 39 },
  engineInside: { windows: 2020, posix: 40 },
  unsafePlace: { windows: 2021, posix: 41 },
  outOfTime: { windows: 2024, posix: 44 },
  badPolicy: { windows: 2025, posix: 45 },
  forbidden: { windows: 2026, posix: 46 },
} as const satisfies Record<string, ExitCode>;

export type ExitCodeName = keyof typeof exitCodes;
export const exitCodeNames = Object.keys(exitCodes) as [ExitCodeName, ...ExitCodeName[]];

/** The number that the process ends with on a platform of Node (`win32` or anything else). */
export function exitCodeFor(name: ExitCodeName, platform: string): number {
  return platform === 'win32' ? exitCodes[name].windows : exitCodes[name].posix;
}
