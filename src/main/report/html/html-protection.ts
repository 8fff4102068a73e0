import type { Message } from '../../../shared/domain/message.ts';
import type { Protection } from '../../../shared/domain/protection.ts';
import type { RestoreStepResult, RunRecord } from '../../../shared/domain/record.ts';
import { restoreStepKind } from '../../../shared/domain/restore-step-kind.ts';
import { html, type Markup } from './html.ts';
import { codeMarked } from './html-parts.ts';
import type { ReportWords } from '../report-words.ts';
import { gapWords } from '../report-sentences.ts';
import { answerTones, verdictTones } from '../../../shared/domain/tones.ts';

/** Whether something protects the computer, who says so, and what was done for it. */
export function protection(record: RunRecord, own: ReportWords): Markup {
  const { t } = own;
  const known = record.protection;
  const gap = gapWords(record, own);
  return html`<section>
    <h2>${t('report.label.protection')}</h2>
    ${known === null ? html`<p>${t('report.sentence.notLooked')}</p>` : verdict(known, own)}
    ${restoredList(record, own)} ${gap === null ? null : html`<p class="gap">${gap}</p>`}
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

function restoredList({ restored }: RunRecord, own: ReportWords): Markup | null {
  if (restored.length === 0) return null;
  return html`<h3 class="group">${own.t('report.label.broughtBack')}</h3>
    <ul>
      ${restored.map((result) => restoredItem(result, own))}
    </ul>`;
}

function restoredItem(result: RestoreStepResult, own: ReportWords): Markup {
  const { done, message, undo, logFile } = result;
  const { t } = own;
  return html`<li>
    ${restoredTitle(result, own)}: ${done ? t('report.label.done') : codeMarked(message)}
    ${undo === null ? null : html`<br />${t('report.label.wayBack')} ${codeMarked(undo)}`}
    ${logFile === null ? null : html`<br />${t('step.log')}: <code>${logFile}</code>`}
  </li>`;
}

function restoredTitle({ title }: RestoreStepResult, { t }: ReportWords): string {
  const kind = restoreStepKind(title);
  return kind === null ? title : t(`reactivate.step.${kind}`);
}
