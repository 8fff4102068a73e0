import {
  exitCodeFor,
  exitCodes,
  type ExitCodeName,
} from '../../../shared/domain/run/exit-codes.ts';
import type { Translator } from '../../../shared/words/translator.ts';

/** The table of exit codes for the help, with the numbers of one platform. */
export function exitCodeText(platform: string, { t }: Translator): string {
  const names = Object.keys(exitCodes) as ExitCodeName[];
  const rows = names.map((name) => {
    const code = String(exitCodeFor(name, platform)).padStart(5);
    return `  ${code}  ${t(`exitCode.${name}.meaning`)}`;
  });
  return [t('terminal.help.title.exitCodes'), ...rows].join('\n');
}
