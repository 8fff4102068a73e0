/** What the command line says to the window. */
export interface DesktopArguments {
  readonly technician: boolean;
  readonly fast: boolean;
  readonly dataFolder: string | undefined;
}

/** Reads the arguments by name only: Electron and Chromium have their own among them, in any order. */
export function desktopArguments(args: readonly string[]): DesktopArguments {
  return {
    technician: args.includes('--technician'),
    fast: args.includes('--fast'),
    dataFolder: valueOf(args, '--data-folder'),
  };
}

function valueOf(args: readonly string[], name: string): string | undefined {
  const written = args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
  return written === '' ? undefined : written;
}
