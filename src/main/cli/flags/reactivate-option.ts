import type { Command } from 'commander';
import type { Translator } from '../../../shared/words/translator.ts';

/** The consent to reactivate Microsoft Defender, under its name and the one that fleets have known it by. */
export interface ReactivateOptions {
  readonly reactivateDefender?: boolean;
  readonly enableDefender?: boolean;
}

export function addReactivateOption(command: Command, { t }: Translator): Command {
  return command
    .option('--reactivate-defender', t('terminal.flag.reactivateDefender'))
    .option('--enable-defender', t('terminal.flag.enableDefender'));
}

export function isToReactivate(options: ReactivateOptions): boolean {
  return options.reactivateDefender === true || options.enableDefender === true;
}
