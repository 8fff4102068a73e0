import { InvalidArgumentError, type Command } from 'commander';
import type { Choice } from '../../../shared/domain/plan.ts';

/** The flags by which a person says what is to be removed; the same for `plan` and `remove`. */
export interface ChoiceOptions {
  readonly only?: readonly string[];
  readonly include?: readonly string[];
  readonly all?: boolean;
  readonly managedByUs?: boolean;
  readonly acknowledge?: readonly string[];
  readonly login?: string;
  /** Minutes. */
  readonly timeLimit?: number;
  readonly requireReplacement?: boolean;
  readonly enableDefender?: boolean;
}

/** The flags that say which products count, for commands that remove nothing. */
export function addSelectionOptions(command: Command): Command {
  return command
    .option(
      '--only <list>',
      'only these count, by family or product id, separated by commas (for example vpn,agent)',
      list,
    )
    .option('--include <list>', 'these count too, beside the antivirus', list)
    .option(
      '--all',
      'every Kaspersky product counts, VPN, Password Manager and Safe Kids included',
    );
}

export function addChoiceOptions(command: Command): Command {
  return command
    .option(
      '--only <list>',
      'remove only these, by family or product id, separated by commas (for example vpn,agent)',
      list,
    )
    .option('--include <list>', 'remove these too, beside the antivirus', list)
    .option(
      '--all',
      'remove every Kaspersky product, including VPN, Password Manager and Safe Kids',
    )
    .option(
      '--managed-by-us',
      'I administer the Security Center this computer belongs to; remove the product all the same',
    )
    .option(
      '--acknowledge <list>',
      'hazards that were dealt with, by the id that `cutover plan` shows',
      list,
    )
    .option('--login <name>', 'Kaspersky user the password belongs to (default: KLAdmin)')
    .option(
      '--time-limit <minutes>',
      'give each uninstaller up after this time (default: 30 for Windows Installer, 15 for others)',
      minutes,
    )
    .option(
      '--require-replacement',
      'do not begin when nothing is known to protect the computer afterwards',
    )
    .option(
      '--enable-defender',
      'bring Microsoft Defender back when nothing protects the computer afterwards',
    );
}

export function choiceFrom(options: ChoiceOptions): Choice {
  return {
    only: options.only ?? null,
    include: options.include ?? [],
    all: options.all ?? false,
    managedByUs: options.managedByUs ?? false,
    acknowledged: options.acknowledge ?? [],
    login: options.login ?? null,
    timeLimitMs: options.timeLimit === undefined ? null : Math.round(options.timeLimit * 60_000),
    requireReplacement: options.requireReplacement ?? false,
    enableDefender: options.enableDefender ?? false,
  };
}

const longestMinutes = 24 * 60;

/** Fractions are fine; a limit of nothing or of more than a day is a typing error. */
function minutes(value: string): number {
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : 0;
  if (number * 60_000 >= 1 && number <= longestMinutes) return number;
  throw new InvalidArgumentError(`Minutes are a number above 0 and up to ${longestMinutes}.`);
}

/** `a,b` and repeated options both work. */
function list(value: string, previous: readonly string[] = []): readonly string[] {
  return [
    ...previous,
    ...value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ];
}
