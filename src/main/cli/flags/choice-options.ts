import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { Choice, Owner } from '../../../shared/domain/plan/plan.ts';
import type { ChosenPhase } from '../../../shared/domain/plan/step.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import {
  addReactivateOption,
  isToReactivate,
  type ReactivateOptions,
} from './reactivate-option.ts';

/** The flags by which a person says what is to be removed; the same for `plan` and `remove`. */
export interface ChoiceOptions extends ReactivateOptions {
  readonly only?: readonly string[];
  readonly include?: readonly string[];
  readonly all?: boolean;
  readonly managedByUs?: boolean;
  readonly ownComputer?: boolean;
  readonly acknowledge?: readonly string[];
  readonly login?: string;
  /** Minutes. */
  readonly timeLimit?: number;
  readonly requireReplacement?: boolean;
  readonly strictRemains?: boolean;
  readonly keepRemains?: boolean;
  readonly onlyDangerous?: boolean;
  readonly package?: readonly string[];
}

/** The flags that say which products count, for commands that remove nothing. */
export function addSelectionOptions(command: Command, { t }: Translator): Command {
  return command
    .option('--only <list>', t('terminal.flag.onlyCounted'), list)
    .option('--include <list>', t('terminal.flag.includeCounted'), list)
    .option('--all', t('terminal.flag.allCounted'));
}

export function addChoiceOptions(command: Command, words: Translator): Command {
  const { t } = words;
  return addReactivateOption(command, words)
    .option('--only <list>', t('terminal.flag.only'), list)
    .option('--include <list>', t('terminal.flag.include'), list)
    .option('--all', t('terminal.flag.all'))
    .option('--own-computer', t('terminal.flag.ownComputer'))
    .option('--managed-by-us', t('terminal.flag.managedByUs'))
    .option('--acknowledge <list>', t('terminal.flag.acknowledge'), list)
    .option('--login <name>', t('terminal.flag.login'))
    .option('--package <file>', t('terminal.flag.package'), paths)
    .option('--time-limit <minutes>', t('terminal.flag.timeLimit'), (value: string) => {
      const limit = minutes(value);
      if (limit !== null) return limit;
      throw new InvalidArgumentError(t('terminal.wrong.timeLimit', { longest }));
    })
    .option('--require-replacement', t('terminal.flag.requireReplacement'))
    .option('--strict-remains', t('terminal.flag.strictRemains'))
    .option('--keep-remains', t('terminal.flag.keepRemains'))
    .option('--only-dangerous', t('terminal.flag.onlyDangerous'));
}

/** Those of them that a command has use for that takes no product off. */
export function addCleaningOptions(command: Command, words: Translator): Command {
  const { t } = words;
  return addReactivateOption(command, words)
    .option('--only-dangerous', t('terminal.flag.onlyDangerous'))
    .option('--strict-remains', t('terminal.flag.strictRemains'))
    .option('--own-computer', t('terminal.flag.ownComputer'))
    .option('--managed-by-us', t('terminal.flag.managedByUs'))
    .option('--acknowledge <list>', t('terminal.flag.acknowledge'), list);
}

export function choiceFrom(options: ChoiceOptions): Choice {
  return {
    phases: phasesFrom(options),
    undoes: null,
    only: options.only ?? null,
    include: options.include ?? [],
    all: options.all ?? false,
    owner: ownerFrom(options),
    acknowledged: options.acknowledge ?? [],
    login: options.login ?? null,
    timeLimitMs: options.timeLimit === undefined ? null : Math.round(options.timeLimit * 60_000),
    requireReplacement: options.requireReplacement ?? false,
    strictRemains: options.strictRemains ?? false,
    onlyDangerous: options.onlyDangerous ?? false,
    ...(options.package === undefined ? {} : { packages: options.package }),
  };
}

function phasesFrom(options: ChoiceOptions): readonly ChosenPhase[] {
  const { keepRemains = false } = options;
  const cleaning = keepRemains ? [] : (['clean'] as const);
  return ['remove', ...cleaning, ...(isToReactivate(options) ? (['reactivate'] as const) : [])];
}

/** Whoever administers the Security Center may own the computer besides. */
function ownerFrom({ managedByUs, ownComputer }: ChoiceOptions): Owner | null {
  if (managedByUs === true) return 'administrator';
  return ownComputer === true ? 'person' : null;
}

/** Minutes. */
const longest = 24 * 60;

/** Fractions are fine; a limit of nothing or of more than a day is a typing error. */
function minutes(value: string): number | null {
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : 0;
  return number * 60_000 >= 1 && number <= longest ? number : null;
}

/** A name of a file may have commas in it; one that is not whole begins where the program was started. */
function paths(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, resolve(value)];
}

/** `a,b` and repeated options both work. */
export function list(value: string, previous: readonly string[] = []): readonly string[] {
  return [
    ...previous,
    ...value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ];
}
