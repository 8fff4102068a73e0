import { nextSteps } from '../domain/run/next-steps.ts';
import type { RunRecord } from '../domain/run/record.ts';
import type { NextStep } from '../domain/run/run-outcomes.ts';
import type { WindowWords } from './translator.ts';

/** What a person does now, as one or two sentences; null where nothing is left to do. */
export function nextWords(record: RunRecord, { t }: WindowWords): string | null {
  const steps = nextSteps(record).filter((step) => !settled.includes(step));
  if (steps.length === 0) return null;
  return steps
    .slice(0, 2)
    .map((step) => t(`nextStep.${step}`))
    .join(' ');
}

const settled: readonly NextStep[] = ['nothing', 'nothingKeepReport'];
