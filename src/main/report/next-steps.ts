import { nextSteps as stepIds } from '../../shared/domain/run/next-steps.ts';
import { places } from '../../shared/domain/run/next-ways.ts';
import type { RunRecord } from '../../shared/domain/run/record.ts';
import { waysOut } from '../../shared/domain/run/ways-out.ts';
import { nameWords } from '../../shared/words/name-words.ts';
import type { ReportWords } from './report-words.ts';

/** What a person should do now, the most urgent first. Commands stand between backquotes. */
export function nextSteps(record: RunRecord, { t }: ReportWords): readonly string[] {
  return stepIds(record).map((step) => {
    const { command } = places[step];
    const words = t(`nextStep.${step}`);
    return command === null ? words : `${words} ${t('report.label.command', { command })}`;
  });
}

/** Why the usual way led no further, for each product of which that is so; the steps say what is left to do. */
export function obstaclesMet(record: RunRecord, words: ReportWords): readonly string[] {
  return waysOut(record).map(
    ({ name, obstacle }) => `${nameWords(name, words)}: ${words.t(`obstacle.${obstacle}`)}`,
  );
}
