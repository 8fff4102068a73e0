import type { Command } from 'commander';
import { forbiddenBy, type Policy } from '../../policy/policy.ts';
import type { Translator } from '../../../shared/words/translator.ts';

/** The consent to reactivate Microsoft Defender, under its name and the one that fleets have known it by. */
export interface ReactivateOptions {
  readonly reactivateDefender?: boolean;
  readonly enableDefender?: boolean;
  /** A policy forbids it, so that nobody is asked either. */
  readonly mayNotReactivate?: boolean;
}

/** What a policy takes from a command beside flags and whole commands. */
export function boundsOf(policy: Policy): Pick<ReactivateOptions, 'mayNotReactivate'> {
  return { mayNotReactivate: forbiddenBy(policy, '--reactivate-defender') !== null };
}

export function addReactivateOption(command: Command, { t }: Translator): Command {
  return command
    .option('--reactivate-defender', t('terminal.flag.reactivateDefender'))
    .option('--enable-defender', t('terminal.flag.enableDefender'));
}

export function isToReactivate(options: ReactivateOptions): boolean {
  return options.reactivateDefender === true || options.enableDefender === true;
}
