import { PageFile } from './page-file.ts';
import { decodeRecord, type Value } from './decode-record.ts';

/** A row, by the names of its columns in lower case; what it does not have is null. */
export type Row = ReadonlyMap<string, Value>;

/**
 * The rows of one table of a SQLite database that lies in memory; null when there is none of that name, or when the
 * file is damaged. What it takes grows with the size of the file and with nothing that stands in it, because whoever
 * owns the file may have written it for us. SQLite: "Database File Format".
 */
export function readTable(bytes: Buffer, name: string): readonly Row[] | null {
  try {
    const file = new PageFile(bytes);
    const table = schemaOf(file).find((entry) => entry.name.toLowerCase() === name.toLowerCase());
    if (table === undefined) return null;
    const columns = columnsOf(table.sql);
    return file
      .records(table.rootPage)
      .map(decodeRecord)
      .map((values) => new Map(columns.map((column, index) => [column, values[index] ?? null])));
  } catch {
    return null;
  }
}

interface Table {
  readonly name: string;
  readonly rootPage: number;
  readonly sql: string;
}

/** The first page holds the table of tables: type, name, table, root page, statement. */
function schemaOf(file: PageFile): readonly Table[] {
  return file
    .records(1)
    .map(decodeRecord)
    .flatMap(([type, name, , rootPage, sql]) =>
      type === 'table' && typeof name === 'string' && typeof sql === 'string'
        ? [{ name, rootPage: Number(rootPage), sql }]
        : [],
    );
}

/** The first word of each definition; constraints of the whole table come last and name no column. */
function columnsOf(sql: string): readonly string[] {
  const definitions = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'));
  return definitions
    .replace(/\([^()]*\)/g, '')
    .split(',')
    .map((definition) => /^\s*["'`[]?([^\s"'`\]]+)/.exec(definition)?.[1]?.toLowerCase() ?? '');
}
