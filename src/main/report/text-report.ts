import { remainsWords } from '../../shared/words/remains-words.ts';
import { fateOf, keptOnPurpose, whatIsLeft } from '../../shared/domain/run/product-fate.ts';
import { subjectOf } from '../../shared/domain/action-subject.ts';
import type { Hazard } from '../../shared/domain/plan/plan.ts';
import type { RunRecord } from '../../shared/domain/run/record.ts';
import { stepsTaken } from '../../shared/domain/run/steps-taken.ts';
import type { TakenStep } from '../../shared/domain/plan/step.ts';
import { english } from '../../shared/words/english.ts';
import { stepHeading, stepWords } from '../../shared/words/step-words.ts';
import { machineFacts } from '../../shared/words/machine-facts.ts';
import { dangerWords, toldTogether } from '../../shared/words/danger-words.ts';
import { sentencesAfterDangers } from '../../shared/words/state-words.ts';
import { hazardWords } from '../../shared/words/hazard-words.ts';
import type { Translator } from '../../shared/words/translator.ts';
import { visible } from './visible.ts';
import { nextSteps, obstaclesMet } from './next-steps.ts';
import { reportWords, type ReportWords } from './report-words.ts';
import {
  gapParts,
  gapWords,
  headline,
  isInTheWay,
  leftWords,
  period,
  technicianNotes,
} from './report-sentences.ts';
import { wayBack } from '../../shared/domain/run/way-back.ts';
import { nameWords } from '../../shared/words/name-words.ts';

/** The report of a run for a terminal or a mail: plain text, no colour, nothing that a terminal obeys. */
export function textReport(record: RunRecord, words: Translator = english): string {
  const own = reportWords(words);
  const { t } = own;
  const title = headline(record, own);
  const parts = [
    record.practice ? [t('report.sentence.practice')] : [],
    [title, '='.repeat(title.length), own.sentences(record.summary)],
    facts(record, own),
    titled(t('report.label.dangers'), dangerLines(record, own)),
    titled(t('report.label.state'), stateLines(record, own)),
    titled(t('report.label.whatNext'), numbered(nextSteps(record, own))),
    titled(
      t('waysOut.title'),
      obstaclesMet(record, own).map((line) => `- ${line}`),
    ),
    titled(t('report.label.products'), productLines(record, own)),
    titled(t('report.label.inTheWay'), hazardLines(record, true, own)),
    titled(t('report.label.whatWasDone'), doneLines(record, own)),
    titled(t('changes.left'), leftLines(record, own)),
    titled(t('report.label.protection'), protectionLines(record, own)),
    titled(t('report.label.pointedOut'), hazardLines(record, false, own)),
    titled(t('report.label.notRead'), each(record.notKnown, gapLines, own)),
    titled(t('report.label.computer'), machineLines(record, own)),
  ];
  const lines = parts.filter((part) => part.length > 0).map((part) => part.map(visible).join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function each<T>(
  items: readonly T[],
  linesOf: (item: T, own: ReportWords) => readonly string[],
  own: ReportWords,
): readonly string[] {
  return items.flatMap((item) => linesOf(item, own));
}

function dangerLines({ state }: RunRecord, own: ReportWords): readonly string[] {
  return toldTogether(state?.dangers ?? [], own).flatMap((together) => {
    const { titles, explanation, advice, late } = together;
    return [
      ...titles.map((title) => `- ${title}`),
      `  ${explanation}`,
      `  ${own.t('report.label.whatToDo')} ${advice}`,
      ...(late === null ? [] : [`  ${late}`]),
    ];
  });
}

function stateLines({ state }: RunRecord, own: ReportWords): readonly string[] {
  if (state === null) return [];
  const settles = state.restart?.settles ?? [];
  return [
    ...sentencesAfterDangers(state).map((sentence) => own.sentences([sentence])),
    ...(settles.length === 0 ? [] : [own.t('state.afterRestart')]),
    ...settles.map((danger) => `- ${dangerWords(danger, own).title}`),
  ];
}

function facts(record: RunRecord, own: ReportWords): readonly string[] {
  const { runId: run, cutoverVersion: version, machineId: machine } = record;
  return [
    `${record.computerName ?? own.t('report.label.unnamed')} · ${period(record, own)}`,
    own.t('report.label.run', { run, version, machine }),
    ...technicianNotes(record, own),
  ];
}

function machineLines({ machineSummary }: RunRecord, own: ReportWords): readonly string[] {
  if (machineSummary === undefined) return [];
  return machineFacts(machineSummary, own).map(
    ({ label, says, detail }) =>
      `- ${label}: ${says ?? `${own.t('machineFacts.unreadable')} ${detail}`}`,
  );
}

function productLines(record: RunRecord, own: ReportWords): readonly string[] {
  return record.products.map((change) => {
    const { name, version, before } = change;
    const { t } = own;
    const was = before === 'none' ? '-' : t(`productState.${before}`);
    const is = t(`productState.${fateOf(change, record)}`);
    return `- ${[nameWords(name, own), version ?? []].flat().join(' ')}: ${was} -> ${is}`;
  });
}

function doneLines(record: RunRecord, own: ReportWords): readonly string[] {
  const taken = removals(record);
  const back = taken.some(({ step }) => step.phase === 'clean') ? wayBack(record) : null;
  const lines = each(taken, stepLines, own);
  return back === null ? lines : [...lines, `${own.t('reactivate.wayBack')} ${back}`];
}

function removals(record: RunRecord): readonly TakenStep[] {
  return stepsTaken(record).filter(({ step }) => step.about.kind !== 'defender');
}

function stepLines({ step, result }: TakenStep, own: ReportWords): readonly string[] {
  const { t, duration, sentences } = own;
  const { outcome, message, exitCode, durationMs, command, logFile } = result;
  const title = `- ${stepHeading(step, own)}: ${t(`stepOutcome.${outcome}.title`)}`;
  const said = [title, `  ${sentences(message)}`];
  if (outcome === 'notRun') return said;
  const took = `${t('report.label.took')}: ${duration(durationMs)}`;
  return [
    ...said,
    `  ${t('step.exitCode')}: ${exitCode ?? '-'}, ${took}`,
    ...(command === null ? [] : [`  ${t('step.command')}: ${command}`]),
    ...(logFile === null ? [] : [`  ${t('step.log')}: ${logFile}`]),
  ];
}

function leftLines(record: RunRecord, own: ReportWords): readonly string[] {
  const left = whatIsLeft(record);
  const lines = left.flatMap((finding) => [
    `- ${nameWords(finding.name, own)}: ${own.t(`productState.${finding.state}`)}`,
    ...remainsWords(finding, own).map((sentence) => `  ${sentence}`),
  ]);
  const kept = keptOnPurpose(record).map(
    ({ name, explanation }) => `- ${nameWords(name, own)}: ${own.render(explanation)}`,
  );
  const why = kept.length === 0 ? [] : [`${own.t('report.label.keptOnPurpose')}:`];
  return [leftWords(record, left.length, own), ...lines, ...why, ...kept];
}

function protectionLines(record: RunRecord, own: ReportWords): readonly string[] {
  const { t, list, render } = own;
  const { protection } = record;
  if (protection === null) return [t('report.sentence.notLooked')];
  const { verdict, products, reasons, disagreements, sources } = protection;
  const by = products.length === 0 ? '' : ` (${list(products)})`;
  return [
    `${t(`verdict.${verdict}`)}${by}`,
    ...reasons.map((reason) => `- ${render(reason)}`),
    ...disagreements.map((said) => `- ${t('report.label.disagreement')}: ${render(said)}`),
    ...sources.map(
      ({ source, answer }) =>
        `- ${t(`protection.source.${source}`)}: ${t(`sourceAnswer.${answer}`)}`,
    ),
    ...each(reactivation(record), reactivationLines, own),
    ...[wayBack(record) ?? []].flat().map((command) => `${t('reactivate.wayBack')} ${command}`),
    ...[gapWords(record, own) ?? []].flat(),
  ];
}

function reactivation(record: RunRecord): readonly TakenStep[] {
  return stepsTaken(record).filter(({ step }) => step.about.kind === 'defender');
}

function reactivationLines({ step, result }: TakenStep, own: ReportWords): readonly string[] {
  const subject = subjectOf(step.action);
  const about = subject === null ? '' : ` (${subject})`;
  const isDone = result.outcome === 'done';
  const said = isDone ? own.t('report.label.done') : own.sentences(result.message);
  return [`- ${stepWords(step, own)}${about}: ${said}`];
}

function gapLines(gap: RunRecord['notKnown'][number], own: ReportWords): readonly string[] {
  const { section, subject, reason, help } = gapParts(gap, own);
  return [`- ${section}: ${subject} – ${reason}.${help}`];
}

function hazardLines(record: RunRecord, inTheWay: boolean, own: ReportWords): readonly string[] {
  const hazards = record.plan.hazards.filter((hazard) => isInTheWay(record, hazard) === inTheWay);
  return each(hazards, oneHazard, own);
}

function oneHazard(hazard: Hazard, own: ReportWords): readonly string[] {
  const { title, explanation, advice } = hazardWords(hazard, own);
  return [`- ${title}`, `  ${explanation}`, `  ${own.t('report.label.whatToDo')} ${advice}`];
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, '-'.repeat(title.length), ...lines];
}

function numbered(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${index + 1}. ${line}`);
}
