import { remainsWords } from '../../../shared/words/remains-words.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Kept } from '../../../shared/domain/plan/plan.ts';
import { keptOnPurpose, whatIsLeft } from '../../../shared/domain/run/product-fate.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { html, type Markup } from './html.ts';
import type { ReportWords } from '../report-words.ts';
import { gapParts, leftWords } from '../report-sentences.ts';
import { nameWords } from '../../../shared/words/name-words.ts';

/** What is still on the computer, and what was left alone on purpose. */
export function left(record: RunRecord, own: ReportWords): Markup {
  const findings = whatIsLeft(record);
  return html`<section>
    <h2>${own.t('changes.left')}</h2>
    <p>${leftWords(record, findings.length, own)}</p>
    ${findings.map((finding) => leftCard(finding, own))} ${keptList(record, own)}
  </section>`;
}

function leftCard(finding: Finding, own: ReportWords): Markup {
  const why = remainsWords(finding, own);
  const state = own.t(`productState.${finding.state}`);
  return html`<article class="${finding.state === 'installed' ? 'bad' : 'attention'}">
    <h3>${nameWords(finding.name, own)} <span class="label">${state}</span></h3>
    <ul>
      ${why.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </article>`;
}

function keptList(record: RunRecord, own: ReportWords): Markup | null {
  const kept = keptOnPurpose(record);
  if (kept.length === 0) return null;
  return html`<h3 class="group">${own.t('report.label.keptOnPurpose')}</h3>
    <ul>
      ${kept.map((each) => keptItem(each, own))}
    </ul>`;
}

function keptItem({ name, explanation }: Kept, own: ReportWords): Markup {
  return html`<li><strong>${nameWords(name, own)}.</strong> ${own.render(explanation)}</li>`;
}

/** What could not be read, about which nothing is claimed. */
export function notKnown({ notKnown: gaps }: RunRecord, own: ReportWords): Markup {
  const { t } = own;
  const list =
    gaps.length === 0
      ? html`<p>${t('report.sentence.everythingRead')}</p>`
      : html`<p>${t('report.sentence.gapsNote')}</p>
          <ul>
            ${gaps.map((gap) => gapItem(gap, own))}
          </ul>`;
  return html`<section>
    <h2>${t('report.label.notRead')}</h2>
    ${list}
  </section>`;
}

function gapItem(gap: RunRecord['notKnown'][number], own: ReportWords): Markup {
  const { section, subject, reason, help } = gapParts(gap, own);
  return html`<li>${section}: ${subject} – ${reason}.${help}</li>`;
}
