import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { languages, pseudoLanguage } from '../src/shared/domain/languages.ts';
import { cataloguePath, localesFolder, readCatalogues } from './messages/catalogue.ts';

/** What is made from the catalogues; git does not know it. */
const folder = join(localesFolder, 'generated');
const typesFile = join(folder, 'messages.ts');

if (import.meta.main) await writeMessages();

/**
 * Compiles the catalogues into modules that need no parser, for bundles as for tests and scripts that run on the
 * sources, and writes the type by which the compiler knows every key. Does nothing while nothing has changed.
 */
export async function writeMessages(): Promise<void> {
  const stamp = `// ${sourceHash()}`;
  if (existsSync(typesFile) && readFileSync(typesFile, 'utf8').startsWith(stamp)) return;
  const catalogues = readCatalogues();
  // The parser takes its time to load, and most runs do not need it.
  const { faultsOf } = await import('./messages/faults.ts');
  const { compiledModule, typesModule, windowCatalogue } = await import('./messages/modules.ts');
  const { pseudoCatalogue } = await import('./messages/pseudo.ts');
  const faults = faultsOf(catalogues);
  if (faults.length > 0) throw new Error(`The catalogues have faults:\n${faults.join('\n')}`);
  const all = { ...catalogues, [pseudoLanguage]: pseudoCatalogue(catalogues.en) };
  for (const [language, catalogue] of Object.entries(all)) {
    write(join(folder, `${language}.ts`), compiledModule(catalogue));
    write(join(folder, 'window', `${language}.ts`), compiledModule(windowCatalogue(catalogue)));
  }
  // Last, because it carries the stamp.
  write(typesFile, `${stamp}\n${typesModule(catalogues.en)}`);
}

/** Of everything that the result depends on. */
function sourceHash(): string {
  const hash = createHash('sha256');
  const scripts = globSync('messages/*.ts', { cwd: import.meta.dirname }).toSorted();
  const files = [
    import.meta.filename,
    ...scripts.map((name) => join(import.meta.dirname, name)),
    ...languages.map(cataloguePath),
  ];
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** Whole or not at all: another command may be reading it. */
function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
