import { InvalidArgumentError, type Command } from 'commander';
import type { TechnicianFields } from '../../../shared/domain/run/record.ts';
import type { Translator } from '../../../shared/words/translator.ts';

/** What a help desk notes about a case; it stands at the top of the report. */
export interface TechnicianOptions {
  readonly ticket?: string;
  readonly technician?: string;
  readonly customer?: string;
}

export function addTechnicianOptions(command: Command, { t }: Translator): Command {
  const note = (value: string) => {
    if (value.length <= longest) return value;
    throw new InvalidArgumentError(t('terminal.wrong.tooLong', { longest }));
  };
  return command
    .option('--ticket <text>', t('terminal.flag.ticket'), note)
    .option('--technician <text>', t('terminal.flag.technician'), note)
    .option('--customer <text>', t('terminal.flag.customer'), note);
}

/** All three fields; those that were not given are empty. */
export function technicianFrom(options: TechnicianOptions): TechnicianFields {
  return {
    ticket: options.ticket ?? '',
    technician: options.technician ?? '',
    customer: options.customer ?? '',
  };
}

/** Characters, as in the window. */
const longest = 200;
