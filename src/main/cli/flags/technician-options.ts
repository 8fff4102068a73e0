import { InvalidArgumentError, type Command } from 'commander';
import type { TechnicianFields } from '../../../shared/domain/record.ts';

/** What a help desk notes about a case; it stands at the top of the report. */
export interface TechnicianOptions {
  readonly ticket?: string;
  readonly technician?: string;
  readonly customer?: string;
}

export function addTechnicianOptions(command: Command): Command {
  return command
    .option('--ticket <text>', 'ticket number, for the report', note)
    .option('--technician <text>', 'who does it, for the report', note)
    .option('--customer <text>', 'for whom it is done, for the report', note);
}

/** All three fields; those that were not given are empty. */
export function technicianFrom(options: TechnicianOptions): TechnicianFields {
  return {
    ticket: options.ticket ?? '',
    technician: options.technician ?? '',
    customer: options.customer ?? '',
  };
}

const longestNote = 200;

function note(value: string): string {
  if (value.length <= longestNote) return value;
  throw new InvalidArgumentError(`At most ${longestNote} characters.`);
}
