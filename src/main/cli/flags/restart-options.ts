import { InvalidArgumentError, Option, type Command } from 'commander';
import { message } from '../../../shared/domain/message.ts';
import type { RestartChoice } from '../../../shared/domain/restart/restart-choice.ts';
import { usualRestart } from '../../../shared/domain/restart/usual-restart.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { got, not, type Got } from '../results/command-end.ts';

export interface RestartOptions {
  readonly restart?: keyof typeof ways;
  /** Seconds. */
  readonly restartDelay?: number;
  readonly message?: string;
  readonly continueAfterRestart?: boolean;
}

const ways = { never: 'never', 'if-needed': 'ifNeeded', prompt: 'prompt' } as const;
/** Seconds: long enough for the report to be written, and at most a day. */
const [shortest, longest] = [10, 86_400] as const;
/** Characters that Windows shows. Source: Microsoft, `shutdown` command, `/c`. */
const longestMessage = 512;

export function addRestartOptions(command: Command, { t }: Translator): Command {
  const known = Object.keys(ways);
  const restart = new Option('--restart <when>', t('terminal.flag.restart')).choices(known);
  return command
    .addOption(
      restart.argParser((value) => {
        if (known.includes(value)) return value;
        throw new InvalidArgumentError(t('terminal.wrong.choice', { known: known.join(', ') }));
      }),
    )
    .option('--restart-delay <seconds>', t('terminal.flag.restartDelay'), (value: string) => {
      const seconds = /^\d+$/.test(value) ? Number(value) : -1;
      if (seconds >= shortest && seconds <= longest) return seconds;
      throw new InvalidArgumentError(t('terminal.wrong.restartDelay', { shortest, longest }));
    })
    .option('--message <text>', t('terminal.flag.message'), (value: string) => {
      if (value !== '' && value.length <= longestMessage && isShown(value)) return value;
      throw new InvalidArgumentError(t('terminal.wrong.message', { longest: longestMessage }));
    })
    .option('--continue-after-restart', t('terminal.flag.continueAfterRestart'));
}

/** Nothing that a screen would not show as it is. */
function isShown(text: string): boolean {
  return !/\p{Cc}/u.test(text);
}

/**
 * What the flags say about a restart; undefined where they say nothing. Whoever lets Cutover restart the computer wants to
 * know how it ended, so that this alone has Windows go on with the run. `asks`: somebody is there to be asked.
 */
export function restartChoiceFrom(
  options: RestartOptions,
  asks: boolean,
): Got<RestartChoice | undefined> {
  const { restart = 'never', restartDelay, message: text, continueAfterRestart } = options;
  if (restart === 'prompt' && !asks) return not('badArguments', message('terminal.wrong.prompt'));
  const isAside = restartDelay !== undefined || text !== undefined;
  if (restart === 'never' && isAside)
    return not('badArguments', message('terminal.wrong.restartAside'));
  if (options.restart === undefined && continueAfterRestart !== true) return got(undefined);
  const goesOn = continueAfterRestart === true || restart !== 'never';
  return got({
    restart: ways[restart],
    delaySeconds: restartDelay ?? usualRestart.delaySeconds,
    message: text ?? null,
    goesOn: goesOn ? (asks ? 'signIn' : 'startUp') : null,
  });
}
