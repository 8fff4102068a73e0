import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { dangerWords } from '../../../shared/words/danger-words.ts';
import { sentencesAfterDangers } from '../../../shared/words/state-words.ts';
import { html, type Markup } from './html.ts';
import { adviceCard } from './html-parts.ts';
import type { ReportWords } from '../report-words.ts';

/** What hurts, before everything else; null where nothing does. */
export function dangers({ state }: RunRecord, own: ReportWords): Markup | null {
  if (state === null || state.dangers.length === 0) return null;
  return html`<section>
    <h2>${own.t('report.label.dangers')}</h2>
    ${state.dangers.map((danger) => adviceCard('bad', dangerWords(danger, own), own))}
  </section>`;
}

/** The one answer about the computer; null where an older version did not keep it. */
export function stateNow({ state }: RunRecord, own: ReportWords): Markup | null {
  if (state === null) return null;
  const settles = state.restart?.settles ?? [];
  return html`<section>
    <h2>${own.t('report.label.state')}</h2>
    ${sentencesAfterDangers(state).map((each) => html`<p>${own.sentences([each])}</p>`)}
    ${settles.length === 0 ? null : settled(settles, own)}
  </section>`;
}

function settled(settles: readonly Danger[], own: ReportWords): Markup {
  return html`<p>${own.t('state.afterRestart')}</p>
    <ul>
      ${settles.map((danger) => html`<li>${dangerWords(danger, own).title}</li>`)}
    </ul>`;
}
