import { exitCodeFor, exitCodeNames } from '../../../shared/domain/run/exit-codes.ts';
import type { Translator } from '../../../shared/words/translator.ts';

/** Columns that the meaning of a code begins after. */
export const indent = 9;

export interface ExitCodeTextOptions {
  /** Breaks a text into lines of as many columns as there are beside the codes. */
  readonly wrap: (text: string) => string;
  /** Names each code, and says what to do then. */
  readonly actions?: boolean;
}

/** The table of exit codes, with the numbers of one platform. */
export function exitCodeText(
  platform: string,
  { t }: Translator,
  { wrap, actions = false }: ExitCodeTextOptions,
): string {
  const indented = (text: string) => `  ${wrap(text).replaceAll('\n', `\n${' '.repeat(indent)}`)}`;
  const rows = exitCodeNames.map((name) => {
    const code = `  ${String(exitCodeFor(name, platform)).padStart(5)}`;
    const meaning = t(`exitCode.${name}.meaning`);
    if (!actions) return code + indented(meaning);
    const lines = [meaning, `→ ${t(`exitCode.${name}.action`)}`].map(
      (line) => ' '.repeat(7) + indented(line),
    );
    return [`${code}  ${name}`, ...lines].join('\n');
  });
  return [t('terminal.help.title.exitCodes'), ...rows].join('\n');
}
