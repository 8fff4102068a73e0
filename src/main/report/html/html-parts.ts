import type { Tone } from '../../../shared/domain/tone.ts';
import type { ReportWords } from '../report-words.ts';
import { html, type Markup } from './html.ts';

/** Commands stand between backquotes in our own sentences. */
export function codeMarked(sentence: string): readonly Markup[] {
  return sentence
    .split('`')
    .map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`));
}

/** Something that is said about a computer, and what to do about it. */
export function adviceCard(
  tone: Tone,
  said: { readonly title: string; readonly explanation: string; readonly advice: string },
  own: ReportWords,
): Markup {
  return html`<article class="${tone}">
    <h3>${said.title}</h3>
    <p>${said.explanation}</p>
    <p><strong>${own.t('report.label.whatToDo')}</strong> ${said.advice}</p>
  </article>`;
}
