import wrapAnsi from 'wrap-ansi';

/** Breaks text at blanks so that no line takes more columns than `width`, each line but the first indented. */
export function wrapped(text: string, width: number, indent: string): string {
  const oneLine = text.replaceAll(/\s+/g, ' ');
  if (width === Infinity) return oneLine;
  return wrapAnsi(oneLine, Math.max(1, width - indent.length)).replaceAll('\n', `\n${indent}`);
}
