import type { Hazard } from '../../../shared/domain/plan/plan.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { stepsTaken } from '../../../shared/domain/run/steps-taken.ts';
import { wayBack } from '../../../shared/domain/run/way-back.ts';
import { stepOutcomes } from '../../../shared/domain/plan/step-outcomes.ts';
import type { StepResult, TakenStep } from '../../../shared/domain/plan/step.ts';
import { hazardTones } from '../../../shared/domain/plan/hazard-tones.ts';
import { hazardWords } from '../../../shared/words/hazard-words.ts';
import { stepHeading } from '../../../shared/words/step-words.ts';
import { html, type Markup } from './html.ts';
import { adviceCard, codeMarked } from './html-parts.ts';
import { isInTheWay } from '../report-sentences.ts';
import type { ReportWords } from '../report-words.ts';

/** What kept the run from beginning. */
export function inTheWay(record: RunRecord, own: ReportWords): Markup | null {
  if (record.outcome !== 'stopped') return null;
  const hazards = record.plan.hazards.filter((hazard) => isInTheWay(record, hazard));
  return html`<section>
    <h2>${own.t('report.label.inTheWay')}</h2>
    ${hazards.map((hazard) => hazardCard(hazard, own))}
  </section>`;
}

/** The other hazards that a person was told of before anything was removed. */
export function pointedOut(record: RunRecord, own: ReportWords): Markup | null {
  const hazards = record.plan.hazards.filter((hazard) => !isInTheWay(record, hazard));
  if (hazards.length === 0) return null;
  return html`<section>
    <h2>${own.t('report.label.pointedOut')}</h2>
    ${hazards.map((hazard) => hazardCard(hazard, own))}
  </section>`;
}

function hazardCard(hazard: Hazard, own: ReportWords): Markup {
  return adviceCard(hazardTones[hazard.severity], hazardWords(hazard, own), own);
}

/** Every product with how its removal ended, and what was put right. */
export function steps(record: RunRecord, own: ReportWords): Markup | null {
  const removals = stepsTaken(record).filter(({ step }) => step.about.kind !== 'defender');
  if (removals.length === 0) return null;
  return html`<section>
    <h2>${own.t('report.label.whatWasDone')}</h2>
    ${removals.map((taken) => stepCard(taken, own))} ${wayBackOf(removals, record, own)}
  </section>`;
}

function wayBackOf(
  taken: readonly TakenStep[],
  record: RunRecord,
  own: ReportWords,
): Markup | null {
  const back = taken.some(({ step }) => step.phase === 'clean') ? wayBack(record) : null;
  return back === null ? null : html`<p>${own.t('reactivate.wayBack')} <code>${back}</code></p>`;
}

function stepCard({ step, result }: TakenStep, own: ReportWords): Markup {
  const { outcome, message } = result;
  const heading = stepHeading(step, own);
  return html`<article class="${stepOutcomes[outcome].tone}">
    <h3>${heading} <span class="label">${own.t(`stepOutcome.${outcome}.title`)}</span></h3>
    <p>${codeMarked(own.sentences(message))}</p>
    ${outcome === 'notRun' ? null : stepFacts(result, own)}
  </article>`;
}

function stepFacts(step: StepResult, own: ReportWords): Markup {
  const { exitCode, durationMs, command, logFile } = step;
  const { t, duration } = own;
  return html`<dl>
    <dt>${t('step.exitCode')}</dt>
    <dd>${exitCode ?? '–'}</dd>
    <dt>${t('report.label.took')}</dt>
    <dd>${duration(durationMs)}</dd>
    <dt>${t('step.command')}</dt>
    <dd><code>${command ?? '–'}</code></dd>
    <dt>${t('step.log')}</dt>
    <dd><code>${logFile ?? '–'}</code></dd>
  </dl>`;
}
