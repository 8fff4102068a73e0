import type { RunRecord } from '../../shared/domain/run/record.ts';
import { jsonText } from './json-text.ts';

/** The record of a run for other programs, with a line break at its end. */
export function jsonReport(record: RunRecord): string {
  return `${jsonText(record)}\n`;
}
