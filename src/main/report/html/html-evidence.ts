import type { Finding } from '../../../shared/domain/finding.ts';
import type { RunRecord } from '../../../shared/domain/record.ts';
import { html, type Markup } from './html.ts';
import { engineText } from './html-parts.ts';
import { machineRows } from '../machine-words.ts';
import type { ReportLanguage } from '../report-language.ts';

/** What kind of computer it was. */
export function computerFacts({ machineSummary }: RunRecord, own: ReportLanguage): Markup | null {
  const rows = machineRows(machineSummary, own);
  if (rows.length === 0) return null;
  return html`<section>
    <h2>${own.t('computer')}</h2>
    <dl>
      ${rows.map(
        ({ label, says }) =>
          html`<dt>${label}</dt>
            <dd>${says}</dd>`,
      )}
    </dl>
  </section>`;
}

/** Every sign that was seen, with where it was. */
export function evidence(record: RunRecord, own: ReportLanguage): Markup {
  const { t } = own;
  const { runId: run, cutoverVersion: version, machineId: machine } = record;
  return html`<section class="evidence">
    <h2>${t('evidence')}</h2>
    ${evidenceTable(t('foundBefore'), record.findingsBefore, own)}
    ${evidenceTable(t('foundAfter'), record.findingsAfter, own)} ${engineSummary(record, own)}
    <p class="quiet">${t('run', { run, version, machine })}</p>
  </section>`;
}

/** In English it stands at the top. */
function engineSummary({ summary }: RunRecord, own: ReportLanguage): Markup | null {
  if (own.isEnglish) return null;
  return html`<h3 class="group">${own.t('engineSummary')}</h3>
    <p>${engineText(summary, own)}</p>`;
}

function evidenceTable(title: string, findings: readonly Finding[], own: ReportLanguage): Markup {
  const { t } = own;
  const groups = findings
    .filter(({ evidence: signs }) => signs.length > 0)
    .map((finding) => signGroup(finding, own));
  if (groups.length === 0)
    return html`<h3 class="group">${title}</h3>
      <p>${t('nothing')}</p>`;
  return html`<h3 class="group">${title}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('sign')}</th>
          <th scope="col">${t('where')}</th>
        </tr>
      </thead>
      ${groups}
    </table>`;
}

function signGroup({ name, evidence: signs }: Finding, own: ReportLanguage): Markup {
  return html`<tbody>
    <tr class="group">
      <th scope="rowgroup" colspan="2">${name}</th>
    </tr>
    ${signs.map(
      ({ says, ref }) =>
        html`<tr>
          <td>${engineText(says, own)}</td>
          <td><code>${ref}</code></td>
        </tr>`,
    )}
  </tbody>`;
}
