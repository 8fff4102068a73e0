/** What Electron's own executable reads from its command line, as far as tests use it. */
export interface CommandLine {
  readonly appPath: string;
  /** Files named by `-r`: loaded before the app. */
  readonly preloaded: readonly string[];
  readonly inspectPort: number | undefined;
  readonly debuggingPort: string | undefined;
  readonly switches: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads the arguments behind the executable's name. Chromium switches count wherever they stand, also behind
 * the app's path, exactly as in Electron.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const preloaded = args.filter((_, index) => isRequireFlag(args[index - 1]));
  const switches = args.flatMap(parseSwitch);
  const own = args.filter(
    (argument, index) => !argument.startsWith('-') && !isRequireFlag(args[index - 1]),
  );
  const inspect = switches.find(([name]) => name === 'inspect')?.[1];
  return {
    appPath: own[0] ?? '.',
    preloaded,
    inspectPort: inspect === undefined ? undefined : Number(inspect.split(':').at(-1) || 9229),
    debuggingPort: switches.find(([name]) => name === 'remote-debugging-port')?.[1],
    switches: switches.filter(([name]) => !reserved.has(name)),
  };
}

const reserved = new Set(['inspect', 'remote-debugging-port', 'require']);

function isRequireFlag(argument: string | undefined): boolean {
  return argument === '-r' || argument === '--require';
}

function parseSwitch(argument: string): (readonly [string, string])[] {
  const match = /^--([^=]+)=?(.*)$/s.exec(argument);
  return match ? [[match[1] ?? '', match[2] ?? '']] : [];
}
