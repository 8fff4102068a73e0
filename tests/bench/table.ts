import type { Spread } from './measure.ts';

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

/** What the project promises, and whether this run kept it. */
export interface Claim {
  readonly says: string;
  readonly met: boolean;
}

/** What one part of the bench found out; `skipped` says what could not be measured and why. */
export interface Part {
  readonly tables: readonly Table[];
  readonly claims: readonly Claim[];
  readonly skipped: readonly string[];
  readonly data: object;
}

export function renderPart({ tables, claims, skipped }: Part): string {
  const lines = [
    ...tables.map(renderTable),
    ...claims.map(({ says, met }) => `${met ? 'Aim met:    ' : 'Aim NOT met:'} ${says}`),
    ...skipped.map((reason) => `Skipped:     ${reason}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The first column to the left, all others to the right. */
function renderTable({ title, columns, rows, notes }: Table): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const head = [title, '', line(columns), rule];
  return [...head, ...rows.map(line), ...notes.map((note) => `  ${note}`), ''].join('\n');
}

/** Median, and the smallest and largest in brackets. */
export function withSpread({ median, min, max }: Spread, digits = 0): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

export function asRatio(spread: Spread): string {
  return `× ${withSpread(spread, 2)}`;
}
