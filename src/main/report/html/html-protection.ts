import type { Message } from '../../../shared/domain/message.ts';
import type { Protection } from '../../../shared/domain/protection/protection.ts';
import { subjectOf } from '../../../shared/domain/action-subject.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { stepsTaken } from '../../../shared/domain/run/steps-taken.ts';
import type { TakenStep } from '../../../shared/domain/plan/step.ts';
import { stepWords } from '../../../shared/words/step-words.ts';
import { html, type Markup } from './html.ts';
import type { ReportWords } from '../report-words.ts';
import { gapWords } from '../report-sentences.ts';
import { answerTones, verdictTones } from '../../../shared/domain/protection/verdict-tones.ts';
import { wayBack } from '../../../shared/domain/run/way-back.ts';

/** Whether something protects the computer, who says so, and what was done for it. */
export function protection(record: RunRecord, own: ReportWords): Markup {
  const { t } = own;
  const known = record.protection;
  const gap = gapWords(record, own);
  return html`<section>
    <h2>${t('report.label.protection')}</h2>
    ${known === null ? html`<p>${t('report.sentence.notLooked')}</p>` : verdict(known, own)}
    ${reactivationList(record, own)} ${gap === null ? null : html`<p class="gap">${gap}</p>`}
  </section>`;
}

function verdict(known: Protection, own: ReportWords): Markup {
  const { verdict: found, products, reasons, disagreements } = known;
  const by = html` <span class="label">${own.list(products)}</span>`;
  return html`<article class="${verdictTones[found]}">
      <h3>${own.t(`verdict.${found}`)}${products.length === 0 ? null : by}</h3>
      <ul>
        ${reasons.map((reason) => html`<li>${own.render(reason)}</li>`)}
      </ul>
    </article>
    ${disagreements.map((each) => disagreementCard(each, own))} ${sourceTable(known, own)}`;
}

function disagreementCard(disagreement: Message, own: ReportWords): Markup {
  return html`<article class="attention">
    <h3>${own.t('report.label.disagreement')}</h3>
    <p>${own.render(disagreement)}</p>
  </article>`;
}

function sourceTable({ sources }: Protection, own: ReportWords): Markup | null {
  if (sources.length === 0) return null;
  const { t } = own;
  return html`<h3 class="group">${t('report.label.sources')}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('report.label.source')}</th>
          <th scope="col">${t('report.label.answer')}</th>
          <th scope="col">${t('report.label.inItsWords')}</th>
        </tr>
      </thead>
      <tbody>
        ${sources.map((source) => sourceRow(source, own))}
      </tbody>
    </table>`;
}

function sourceRow(
  { source, answer, detail }: Protection['sources'][number],
  own: ReportWords,
): Markup {
  return html`<tr>
    <th scope="row">${own.t(`protection.source.${source}`)}</th>
    <td class="${answerTones[answer]}">${own.t(`sourceAnswer.${answer}`)}</td>
    <td>${own.sentences(detail)}</td>
  </tr>`;
}

function reactivationList(record: RunRecord, own: ReportWords): Markup | null {
  const taken = stepsTaken(record).filter(({ step }) => step.about.kind === 'defender');
  if (taken.length === 0) return null;
  const back = wayBack(record);
  return html`<h3 class="group">${own.t('report.label.reactivated')}</h3>
    <ul>
      ${taken.map((each) => reactivationItem(each, own))}
    </ul>
    ${back === null ? null : html`<p>${own.t('reactivate.wayBack')} <code>${back}</code></p>`}`;
}

function reactivationItem({ step, result }: TakenStep, own: ReportWords): Markup {
  const { outcome, message } = result;
  const subject = subjectOf(step.action);
  const about = subject === null ? null : html` (<code>${subject}</code>)`;
  const said = outcome === 'done' ? own.t('report.label.done') : own.sentences(message);
  return html`<li>${stepWords(step, own)}${about}: ${said}</li>`;
}
