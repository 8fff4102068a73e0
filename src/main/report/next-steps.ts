import { nextSteps as stepIds } from '../../shared/domain/next-steps.ts';
import type { RunRecord } from '../../shared/domain/record.ts';
import type { ReportLanguage } from './report-language.ts';
import { nextStepWords } from './words/next-step-words.ts';

/** What a person should do now, the most urgent first. Commands stand between backquotes. */
export function nextSteps(record: RunRecord, { words }: ReportLanguage): readonly string[] {
  return stepIds(record).map((step) => words(nextStepWords[step]));
}
