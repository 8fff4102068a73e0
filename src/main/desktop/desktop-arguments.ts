/** What the command line says to the window. */
export interface DesktopArguments {
  readonly technician: boolean;
  readonly fast: boolean;
  readonly dataFolder: string | undefined;
}

/** Says that this start was to have the rights of an administrator. */
export const elevatedFlag = '--elevated';

const flags: readonly string[] = ['--technician', '--fast', elevatedFlag];
const dataFolder = '--data-folder';

/** Reads the arguments by name only: Electron and Chromium have their own among them, in any order. */
export function desktopArguments(args: readonly string[]): DesktopArguments {
  return {
    technician: args.includes('--technician'),
    fast: args.includes('--fast'),
    dataFolder: valueOf(args, dataFolder),
  };
}

/**
 * The first argument that is not ours, if any. Chromium and Node take what they know from anywhere on the command line, on
 * Windows with one hyphen or a slash too, so whatever is not known to us is foreign.
 */
export function foreignArgument(args: readonly string[]): string | undefined {
  return args.find((arg) => !flags.includes(arg) && !arg.startsWith(`${dataFolder}=`));
}

function valueOf(args: readonly string[], name: string): string | undefined {
  const written = args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
  return written === '' ? undefined : written;
}
