import type { Finding } from '../../../shared/domain/finding.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { machineFacts } from '../../../shared/words/machine-facts.ts';
import { html, type Markup } from './html.ts';
import { codeMarked } from './html-parts.ts';
import type { ReportWords } from '../report-words.ts';
import { nameWords } from '../../../shared/words/name-words.ts';

/** What kind of computer it was. */
export function computerFacts({ machineSummary }: RunRecord, own: ReportWords): Markup | null {
  if (machineSummary === undefined) return null;
  return html`<section>
    <h2>${own.t('report.label.computer')}</h2>
    <dl>
      ${machineFacts(machineSummary, own).map(
        ({ label, says, detail }) =>
          html`<dt>${label}</dt>
            <dd>${says ?? `${own.t('machineFacts.unreadable')} ${detail}`}</dd>`,
      )}
    </dl>
  </section>`;
}

/** Every sign that was seen, with where it was. */
export function evidence(record: RunRecord, own: ReportWords): Markup {
  const { t } = own;
  const { runId: run, cutoverVersion: version, machineId: machine } = record;
  return html`<section class="evidence">
    <h2>${t('report.label.evidence')}</h2>
    ${evidenceTable(t('report.label.foundBefore'), record.findingsBefore, own)}
    ${evidenceTable(t('report.label.foundAfter'), record.findingsAfter, own)}
    <p class="quiet">${t('report.label.run', { run, version, machine })}</p>
  </section>`;
}

function evidenceTable(title: string, findings: readonly Finding[], own: ReportWords): Markup {
  const { t } = own;
  const groups = findings
    .filter(({ evidence: signs }) => signs.length > 0)
    .map((finding) => signGroup(finding, own));
  if (groups.length === 0)
    return html`<h3 class="group">${title}</h3>
      <p>${t('report.label.nothing')}</p>`;
  return html`<h3 class="group">${title}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('report.label.sign')}</th>
          <th scope="col">${t('report.label.where')}</th>
        </tr>
      </thead>
      ${groups}
    </table>`;
}

function signGroup({ name, evidence: signs }: Finding, own: ReportWords): Markup {
  return html`<tbody>
    <tr class="group">
      <th scope="rowgroup" colspan="2">${nameWords(name, own)}</th>
    </tr>
    ${signs.map(
      ({ says, ref }) =>
        html`<tr>
          <td>${codeMarked(own.render(says))}</td>
          <td><code>${ref}</code></td>
        </tr>`,
    )}
  </tbody>`;
}
