import { styleText } from 'node:util';
import type { Tone } from '../../../shared/domain/tones.ts';
import type { Terminal } from './terminal.ts';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

/** The colour of each tone. */
export const toneStyles: Readonly<Record<Tone, Style>> = {
  good: 'green',
  attention: 'yellow',
  bad: 'red',
  neutral: 'cyan',
};

/** Colours a text where the terminal shows colours; never the only carrier of a meaning. */
export function styled(terminal: Terminal, style: Style | readonly Style[], text: string): string {
  const formats = typeof style === 'string' ? [style] : [...style];
  return terminal.colours ? styleText(formats, text, { validateStream: false }) : text;
}

/** Breaks text at blanks so that no line is wider than `width`, each line but the first indented. */
export function wrapped(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const candidate = line === '' ? word : `${line} ${word}`;
    if (line !== '' && candidate.length + indent.length > width) {
      lines.push(line);
      line = word;
    } else line = candidate;
  }
  lines.push(line);
  return lines.join(`\n${indent}`);
}
