import { outcomes } from '../../../shared/domain/run/run-outcomes.ts';
import type { ProductChange } from '../../../shared/domain/run/product-change.ts';
import { fateOf, fateTones } from '../../../shared/domain/run/product-fate.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { english } from '../../../shared/words/english.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { html, type Markup } from './html.ts';
import { computerFacts, evidence } from './html-evidence.ts';
import { codeMarked } from './html-parts.ts';
import { protection } from './html-protection.ts';
import { left, notKnown } from './html-remains.ts';
import { dangers, stateNow } from './html-state.ts';
import { inTheWay, pointedOut, steps } from './html-steps.ts';
import { reportStyle } from './html-style.ts';
import { nextSteps, obstaclesMet } from '../next-steps.ts';
import { reportWords, type ReportWords } from '../report-words.ts';
import { headline, period, technicianNotes } from '../report-sentences.ts';
import { nameWords } from '../../../shared/words/name-words.ts';

/**
 * The report of a run as one page for people: no script, nothing loaded, readable on paper too.
 */
export function htmlReport(record: RunRecord, words: Translator = english): string {
  const own = reportWords(words);
  const computer = record.computerName ?? '';
  const title = own.t('report.label.title', { computer, date: record.startedAt.slice(0, 10) });
  return html`<!doctype html>
    <html lang="${own.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>${title}</title>
        ${reportStyle}
      </head>
      <body>
        ${practiceMark(record, own)}
        <main>
          ${head(record, own)} ${dangers(record, own)} ${whatNext(record, own)}
          ${waysOutOf(record, own)} ${stateNow(record, own)} ${products(record, own)}
          ${inTheWay(record, own)} ${steps(record, own)} ${left(record, own)}
          ${protection(record, own)} ${pointedOut(record, own)} ${notKnown(record, own)}
          ${computerFacts(record, own)} ${evidence(record, own)}
        </main>
      </body>
    </html> `.text;
}

function practiceMark({ practice }: RunRecord, { t }: ReportWords): Markup | null {
  return practice ? html`<aside class="practice">${t('report.sentence.practice')}</aside>` : null;
}

function head(record: RunRecord, own: ReportWords): Markup {
  const { outcome, computerName } = record;
  const name = computerName ?? own.t('report.label.unnamed');
  const noted = technicianNotes(record, own);
  return html`<header class="${outcome === null ? 'attention' : outcomes[outcome].tone}">
    <h1>${headline(record, own)}</h1>
    <p class="lead">${codeMarked(own.sentences(record.summary))}</p>
    <p class="facts">${name} · ${period(record, own)}</p>
    ${noted.length === 0 ? null : html`<p class="facts">${noted.join(' · ')}</p>`}
  </header>`;
}

function whatNext(record: RunRecord, own: ReportWords): Markup {
  const items = nextSteps(record, own).map(codeMarked);
  const several = items.length > 1;
  return html`<section class="next">
    <h2>${own.t('report.label.whatNext')}</h2>
    ${
      several
        ? html`<ol>
            ${items.map((item) => html`<li>${item}</li>`)}
          </ol>`
        : html`<p>${items[0] ?? []}</p>`
    }
  </section>`;
}

function waysOutOf(record: RunRecord, own: ReportWords): Markup | null {
  const items = obstaclesMet(record, own);
  if (items.length === 0) return null;
  return html`<section>
    <h2>${own.t('waysOut.title')}</h2>
    <ul>
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>
    <p>${own.t('waysOut.lawful')}</p>
  </section>`;
}

function products(record: RunRecord, own: ReportWords): Markup {
  const { t } = own;
  const rows = record.products.map((change) => productRow(change, record, own));
  return html`<section>
    <h2>${t('report.label.products')}</h2>
    ${
      rows.length === 0
        ? html`<p>${t('report.sentence.noneFound')}</p>`
        : html`<table>
            <thead>
              <tr>
                <th scope="col">${t('changes.product')}</th>
                <th scope="col">${t('changes.before')}</th>
                <th scope="col">${t('report.label.after')}</th>
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>`
    }
  </section>`;
}

function productRow(change: ProductChange, record: RunRecord, own: ReportWords): Markup {
  const { name, version, before } = change;
  const fate = fateOf(change, record);
  const { t } = own;
  return html`<tr>
    <th scope="row">
      ${nameWords(name, own)}${version === null ? null : html` <span class="quiet">${version}</span>`}
    </th>
    <td>${before === 'none' ? '–' : t(`productState.${before}`)}</td>
    <td class="${fateTones[fate]}">${t(`productState.${fate}`)}</td>
  </tr>`;
}
