import { html, type Markup } from './html.ts';

/** Commands stand between backquotes in our own sentences. */
export function codeMarked(sentence: string): readonly Markup[] {
  return sentence
    .split('`')
    .map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`));
}
