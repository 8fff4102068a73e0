import { inspect, styleText } from 'node:util';
import type { Tone } from '../../../shared/domain/tone.ts';
import { visible } from '../../report/visible.ts';
import type { Terminal } from './terminal.ts';

const styles = ['bold', 'dim', 'red', 'yellow', 'green', 'cyan'] as const;
export type Style = (typeof styles)[number];

/** The colour of each tone. */
export const toneStyles: Readonly<Record<Tone, Style>> = {
  good: 'green',
  attention: 'yellow',
  bad: 'red',
  neutral: 'cyan',
};

/** Colours a text where the terminal shows colours; never the only carrier of a meaning. */
export function styled(terminal: Terminal, style: Style | readonly Style[], text: string): string {
  const shown = visible(text);
  const formats = typeof style === 'string' ? [style] : [...style];
  return terminal.colours ? styleText(formats, shown, { validateStream: false }) : shown;
}

/** Whether a control sequence begins or ends one of our styles. */
export function isStyleCode(sequence: string): boolean {
  return styleCodes.has(sequence);
}

const styleCodes: ReadonlySet<string> = new Set(
  styles.flatMap((style) => inspect.colors[style] ?? []).map((code) => `\u001B[${code}m`),
);
