import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const rendererFolder = join(import.meta.dirname, '../../src/renderer');

/** A style sheet of the page, or a component that may use one. */
export interface Source {
  /** Below the folder of the page, with slashes. */
  readonly path: string;
  readonly text: string;
}

export function readSheets(): readonly Source[] {
  return read('**/*.module.css');
}

export function readComponents(): readonly Source[] {
  return read('**/*.tsx');
}

function read(pattern: string): readonly Source[] {
  const paths = globSync(pattern, { cwd: rendererFolder }).toSorted();
  return paths.map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: readFileSync(join(rendererFolder, path), 'utf8'),
  }));
}

/** The classes that a sheet defines. */
export function classesOf({ text }: Source): readonly string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|'[^']*'|"[^"]*"/g, '');
  return [...new Set([...code.matchAll(/\.([a-z]\w*)/gi)].map(([, name = '']) => name))];
}

/**
 * A module with the type of every sheet, so that the compiler refuses a class that its sheet does not have. Sheets go by
 * their file's name, which no other has.
 */
export function typesModule(sheets: readonly Source[]): string {
  return sheets.map(typeOf).join('\n');
}

function typeOf(sheet: Source): string {
  const classes = classesOf(sheet).map((name) => `    readonly ${name}: string;`);
  return [
    `declare module '*/${basename(sheet.path)}' {`,
    '  const styles: {',
    ...classes,
    '  };',
    '  export default styles;',
    '}\n',
  ].join('\n');
}

/** What is wrong with the sheets, which no compiler says: a class that nobody uses, and two sheets of one name. */
export function faultsOf(
  sheets: readonly Source[],
  components: readonly Source[],
): readonly string[] {
  const unused = sheets.flatMap((sheet) => {
    const used = usedOf(sheet, [...sheets, ...components]);
    return classesOf(sheet)
      .filter((name) => !used.has(name))
      .map((name) => `Nobody uses the class ${name} of ${sheet.path}.`);
  });
  const names = sheets.map(({ path }) => basename(path));
  const twice = sheets.filter((_, index) => names.indexOf(names[index] ?? '') !== index);
  return [...unused, ...twice.map(({ path }) => `Another sheet has the name of ${path}.`)];
}

/** The classes of a sheet that others take: a component by `styles.name`, a sheet by `composes: name from`. */
function usedOf({ path }: Source, others: readonly Source[]): ReadonlySet<string> {
  const found = others.flatMap((other) => {
    const isOurs = (specifier = '') => join(dirname(other.path), specifier) === join(path);
    const uses = [...other.text.matchAll(/^import styles from '([^']+)'/gm)].some(([, specifier]) =>
      isOurs(specifier),
    );
    const own = uses ? [...other.text.matchAll(/\bstyles\.(\w+)/g)] : [];
    const taken = [...other.text.matchAll(/composes: (\w+) from '([^']+)'/g)];
    return [...own, ...taken.filter(([, , specifier]) => isOurs(specifier))];
  });
  return new Set(found.map(([, name = '']) => name));
}
