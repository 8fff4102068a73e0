import { InvalidArgumentError, type Command } from 'commander';
import type { Translator } from '../../../shared/words/translator.ts';

export interface ProtectionWaitOptions {
  /** Minutes. */
  readonly protectionWait?: number;
}

export function addProtectionWaitOption(command: Command, { t }: Translator): Command {
  return command.option(
    '--protection-wait <minutes>',
    t('terminal.flag.protectionWait'),
    (value: string) => {
      const minutes = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : -1;
      if (minutes >= 0 && minutes <= longest) return minutes;
      throw new InvalidArgumentError(t('terminal.wrong.protectionWait', { longest }));
    },
  );
}

/** Milliseconds; undefined means the usual time. */
export function protectionWaitMs({ protectionWait }: ProtectionWaitOptions): number | undefined {
  return protectionWait === undefined ? undefined : Math.round(protectionWait * 60_000);
}

/** Minutes. */
const longest = 60;
