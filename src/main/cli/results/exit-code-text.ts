import { exitCodeFor, exitCodes, type ExitCodeName } from '../../../shared/domain/exit-codes.ts';

/** The table of exit codes for the help, with the numbers of one platform. */
export function exitCodeText(platform: string): string {
  const names = Object.keys(exitCodes) as ExitCodeName[];
  const rows = names.map(
    (name) => `  ${String(exitCodeFor(name, platform)).padStart(5)}  ${exitCodes[name].meaning}`,
  );
  return ['Exit codes:', ...rows].join('\n');
}
