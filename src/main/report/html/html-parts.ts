import { html, type Markup } from './html.ts';
import type { ReportWords } from '../report-words.ts';

/** Commands stand between backquotes in our own sentences. */
export function codeMarked(sentence: string): readonly Markup[] {
  return sentence
    .split('`')
    .map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`));
}

/** Words of the engine or of the machine: English whatever the language of the report. */
export function engineText(text: string, { isEnglish }: ReportWords): Markup {
  return isEnglish ? html`${codeMarked(text)}` : html`<span lang="en">${codeMarked(text)}</span>`;
}
