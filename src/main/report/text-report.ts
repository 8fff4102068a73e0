import { keptOnPurpose, whatIsLeft } from '../../shared/domain/product-fate.ts';
import type { RestoreStepResult, RunRecord } from '../../shared/domain/record.ts';
import type { StepResult } from '../../shared/domain/step.ts';
import { machineFacts } from '../../shared/words/machine-facts.ts';
import { hazardWords } from '../../shared/words/hazard-words.ts';
import { visible } from './visible.ts';
import { nextSteps } from './next-steps.ts';
import { englishReport as english } from './report-words.ts';
import {
  gapParts,
  gapWords,
  headline,
  leftWords,
  technicianNotes,
  whyItMatters,
} from './report-sentences.ts';

/** The report of a run for a terminal or a mail: plain text, no colour, nothing that a terminal obeys. */
export function textReport(record: RunRecord): string {
  const words = headline(record, english);
  const parts = [
    record.practice ? ['PRACTICE: a recorded computer; nothing real was changed.'] : [],
    [words, '='.repeat(words.length), english.sentences(record.summary)],
    facts(record),
    titled('What to do next', numbered(nextSteps(record, english))),
    titled('Products, before and after', productLines(record)),
    titled('What was done', record.steps.flatMap(stepLines)),
    titled('What is left', leftLines(record)),
    titled('Protection', protectionLines(record)),
    titled('Hazards', hazardLines(record)),
    titled('What could not be read', record.notKnown.map(gapLine)),
    titled('The computer', machineLines(record)),
  ];
  const lines = parts.filter((part) => part.length > 0).map((part) => part.map(oneLine).join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function facts(record: RunRecord): readonly string[] {
  return [
    `Computer  ${record.computerName ?? 'unnamed'}`,
    `Began     ${english.moment(record.startedAt)}`,
    `Ended     ${record.finishedAt === null ? 'not yet' : english.moment(record.finishedAt)}`,
    `Run       ${record.runId}, started ${times(record.starts)}, Cutover ${record.cutoverVersion}`,
    ...technicianNotes(record, english),
  ];
}

function machineLines({ machineSummary }: RunRecord): readonly string[] {
  if (machineSummary === undefined) return [];
  return machineFacts(machineSummary, english).map(
    ({ label, says, detail }) =>
      `- ${label}: ${says ?? `${english.t('machineFacts.unreadable')} ${detail}`}`,
  );
}

function productLines(record: RunRecord): readonly string[] {
  return record.products.map(
    ({ name, version, before, after }) =>
      `- ${name}${version === null ? '' : ` ${version}`}: ${before === 'none' ? '-' : stateWords[before]} -> ${stateWords[after]}`,
  );
}

const stateWords = {
  installed: 'installed',
  leftover: 'remains',
  portable: 'tool on the disk',
  none: 'gone',
} as const;

function stepLines(step: StepResult): readonly string[] {
  const first = `- ${step.name}: ${english.t(`stepOutcome.${step.outcome}.title`).toLowerCase()}`;
  if (step.outcome === 'notRun') return [first, `  ${step.message}`];
  const code = step.exitCode === null ? 'no exit code' : `exit code ${step.exitCode}`;
  return [
    first,
    `  ${step.message}`,
    `  ${code}, took ${english.duration(step.durationMs)}`,
    ...(step.command === null ? [] : [`  Command: ${step.command}`]),
    ...(step.logFile === null ? [] : [`  Log: ${step.logFile}`]),
  ];
}

function leftLines(record: RunRecord): readonly string[] {
  const left = whatIsLeft(record).flatMap((finding) => [
    `- ${finding.name}: ${stateWords[finding.state]}`,
    ...whyItMatters(finding, english).map((sentence) => `  ${sentence}`),
  ]);
  const kept = keptOnPurpose(record).map(
    ({ name, explanation }) => `- ${name}, left alone on purpose: ${english.render(explanation)}`,
  );
  return [leftWords(record, left.length, english), ...left, ...kept];
}

function protectionLines(record: RunRecord): readonly string[] {
  const { protection, restored } = record;
  if (protection === null) return ['It was not looked at in this run.'];
  const products = protection.products.length === 0 ? '' : ` (${protection.products.join(', ')})`;
  return [
    `${english.t(`verdict.${protection.verdict}`)}${products}`,
    ...protection.reasons.map((reason) => `- ${english.render(reason)}`),
    ...protection.disagreements.map((each) => `- Disagreement: ${english.render(each)}`),
    ...protection.sources.map(
      ({ source, answer }) =>
        `- ${english.t(`protection.source.${source}`)}: ${english.t(`sourceAnswer.${answer}`).toLowerCase()}`,
    ),
    ...restored.flatMap(restoredLines),
    ...[gapWords(record, english) ?? []].flat(),
  ];
}

function restoredLines({ title, done, message, undo, logFile }: RestoreStepResult) {
  return [
    `- ${title}: ${done ? 'done' : message}`,
    ...(undo === null ? [] : [`  The way back: ${undo}`]),
    ...(logFile === null ? [] : [`  Log: ${logFile}`]),
  ];
}

function gapLine(gap: RunRecord['notKnown'][number]): string {
  const { section, subject, reason, help } = gapParts(gap, english);
  return `- ${section}: ${subject} could not be read, because ${reason}.${help}`;
}

function hazardLines({ plan }: RunRecord): readonly string[] {
  return plan.hazards.flatMap((hazard) => {
    const { title, explanation, advice } = hazardWords(hazard, english);
    return [`- [${hazard.severity}] ${title}`, `  ${explanation}`, `  What to do: ${advice}`];
  });
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, '-'.repeat(title.length), ...lines];
}

function numbered(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${index + 1}. ${line}`);
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** A name from the machine may hold a line break or an escape code; neither may reach the terminal. */
function oneLine(text: string): string {
  return visible(text);
}
