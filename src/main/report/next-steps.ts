import { nextSteps as stepIds } from '../../shared/domain/run/next-steps.ts';
import { places } from '../../shared/domain/run/next-ways.ts';
import type { RunRecord } from '../../shared/domain/run/record.ts';
import type { ReportWords } from './report-words.ts';

/** What a person should do now, the most urgent first. Commands stand between backquotes. */
export function nextSteps(record: RunRecord, { t }: ReportWords): readonly string[] {
  return stepIds(record).map((step) => {
    const { command } = places[step];
    const words = t(`nextStep.${step}`);
    return command === null ? words : `${words} ${t('report.label.command', { command })}`;
  });
}
