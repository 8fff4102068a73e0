/** One way `cutover` can end. Windows codes follow Windows Installer; POSIX exit codes are one byte. */
export interface ExitCode {
  readonly name: string;
  readonly windows: number;
  readonly posix: number;
  /** What it means, for the help and the documents. */
  readonly meaning: string;
  /** What the person or the deployment tool should do. */
  readonly action: string;
}

/**
 * The only table of exit codes: the help, `docs/exit-codes.md` and the program read it. Our own block is
 * 2000–2099, outside what N-able (1–999), ConfigMgr (15605, 15618), PSAppDeployToolkit (60000–79999) and winget
 * reserve. Codes are an interface: a code keeps its meaning for ever.
 */
export const exitCodes = {
  success: {
    windows: 0,
    posix: 0,
    meaning:
      'Done. For `remove`: nothing of the chosen products is left and another antivirus protects the computer.',
    action: 'Nothing.',
  },
  restartNeeded: {
    windows: 3010,
    posix: 10,
    meaning: 'Removed as far as possible; Windows has to restart to finish.',
    action: 'Restart the computer, then run `cutover resume`.',
  },
  installerBusy: {
    windows: 1618,
    posix: 12,
    meaning: 'Another installation held Windows Installer for too long.',
    action: 'Wait until it has finished and run the same command again.',
  },
  cancelled: {
    windows: 1602,
    posix: 13,
    meaning: 'Cancelled by a person.',
    action: 'Run the same command again; it continues with what is still there.',
  },
  defect: {
    windows: 2000,
    posix: 20,
    meaning: 'A defect in Cutover. Nothing further was changed after it happened.',
    action: 'Report it with the text shown.',
  },
  badArguments: {
    windows: 2001,
    posix: 2,
    meaning: 'The command line could not be understood.',
    action: 'Correct the command; `cutover --help` shows all of them.',
  },
  notAdministrator: {
    windows: 2002,
    posix: 22,
    meaning: 'Removing needs administrator rights.',
    action: 'Start again from an administrator command prompt.',
  },
  anotherRun: {
    windows: 2003,
    posix: 23,
    meaning: 'Another run of Cutover is active on this computer.',
    action: 'Wait for it to end.',
  },
  stopped: {
    windows: 2004,
    posix: 24,
    meaning: 'A hard stop: going on could destroy data or leave the computer worse.',
    action: 'Do what the message says first, then start again.',
  },
  passwordMissing: {
    windows: 2005,
    posix: 25,
    meaning: 'A product is protected by a password and none was given.',
    action: 'Give it with `--password-file` or `--password-stdin`.',
  },
  passwordWrong: {
    windows: 2006,
    posix: 26,
    meaning: 'A product refused the password.',
    action: 'Find the right password; Cutover does not try again by itself.',
  },
  uninstallerFailed: {
    windows: 2007,
    posix: 27,
    meaning: 'An uninstaller failed.',
    action: 'Read the report; the log of the installer lies beside it.',
  },
  stillPresent: {
    windows: 2008,
    posix: 28,
    meaning: 'An uninstaller reported success, and the product is still there.',
    action: 'Restart and run `cutover resume`; if it stays, use the steps in the report.',
  },
  remnantsLeft: {
    windows: 2009,
    posix: 29,
    meaning: 'The products are gone; remains of them are left and named in the report.',
    action: 'Usually harmless; the report says which ones matter.',
  },
  notProtected: {
    windows: 2010,
    posix: 30,
    meaning: 'Removed, but no other antivirus is known to protect the computer now.',
    action: 'Turn on Microsoft Defender or install another antivirus at once.',
  },
  timedOut: {
    windows: 2011,
    posix: 31,
    meaning: 'An uninstaller did not end within its time limit.',
    action: 'Restart the computer and run the command again.',
  },
  decisionNeeded: {
    windows: 2012,
    posix: 32,
    meaning: 'An unattended run would have had to ask a person.',
    action: 'Give the flag that the message names.',
  },
  unreadableInput: {
    windows: 2013,
    posix: 33,
    meaning: 'A file that was to be read is missing, damaged, truncated or not what it should be.',
    action: 'Check the path, or make the file again.',
  },
  cannotWrite: {
    windows: 2014,
    posix: 34,
    meaning: 'A file or the run folder could not be written.',
    action: 'Check free space and rights of the folder named in the message.',
  },
  unsupportedSystem: {
    windows: 2015,
    posix: 35,
    meaning: 'This operating system is not supported for that command.',
    action: 'Run it on Windows, read an inventory with `--from`, or use `--practice`.',
  },
  runNotFound: {
    windows: 2016,
    posix: 36,
    meaning: 'There is no such run, or none to resume.',
    action: '`cutover report` without a name lists the runs.',
  },
  notKnown: {
    windows: 2017,
    posix: 37,
    meaning: 'Too little could be read to answer what was asked.',
    action: 'Run it again with administrator rights; `cutover inventory` names every gap.',
  },
} as const satisfies Record<string, Omit<ExitCode, 'name'>>;

export type ExitCodeName = keyof typeof exitCodes;

/** The number that the process ends with on a platform of Node (`win32` or anything else). */
export function exitCodeFor(name: ExitCodeName, platform: string): number {
  return platform === 'win32' ? exitCodes[name].windows : exitCodes[name].posix;
}
