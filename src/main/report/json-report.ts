import type { RunRecord } from '../../shared/domain/record.ts';

/** The record of a run for other programs, with a line break at its end. */
export function jsonReport(record: RunRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
