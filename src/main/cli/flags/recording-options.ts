import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Translator } from '../../../shared/words/translator.ts';

/** How the lines of a log are written. */
export const logFormats = ['text', 'jsonl', 'cmtrace'] as const;
export type LogFormat = (typeof logFormats)[number];

/** How what a run does is kept beside the terminal, and how long all of it may take. `cli.ts` looks for them itself. */
export function addRecordingOptions(command: Command, words: Translator): Command {
  const { t } = words;
  const formats = logFormats.join(', ');
  return addMaxRuntimeOption(command, words)
    .option('--events', t('terminal.flag.events'))
    .option('--log <file>', t('terminal.flag.log'))
    .addOption(
      new Option('--log-format <format>', t('terminal.flag.logFormat'))
        .choices(logFormats)
        .argParser((format) => {
          if (logFormats.some((known) => known === format)) return format;
          throw new InvalidArgumentError(t('terminal.wrong.choice', { known: formats }));
        }),
    );
}

/** The time for the whole command, for commands that may take long. */
export function addMaxRuntimeOption(command: Command, { t }: Translator): Command {
  return command.option('--max-runtime <minutes>', t('terminal.flag.maxRuntime'), (value) => {
    if (runtimeMs(value) !== null) return value;
    throw new InvalidArgumentError(t('terminal.wrong.timeLimit', { longest }));
  });
}

/** Milliseconds; null for what is no time. */
export function runtimeMs(minutes: string): number | null {
  const value = /^\d+(?:\.\d+)?$/.test(minutes) ? Number(minutes) : 0;
  return value > 0 && value <= longest ? Math.round(value * 60_000) : null;
}

/** Minutes: a day. */
const longest = 1440;
