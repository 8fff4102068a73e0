import { nextSteps as stepIds } from '../../shared/domain/run/next-steps.ts';
import type { RunRecord } from '../../shared/domain/run/record.ts';
import type { ReportWords } from './report-words.ts';

/** What a person should do now, the most urgent first. Commands stand between backquotes. */
export function nextSteps(record: RunRecord, { t }: ReportWords): readonly string[] {
  return stepIds(record).map((step) => t(`report.nextStep.${step}`));
}
