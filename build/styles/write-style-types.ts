import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readSheets, typesModule } from './sheets.ts';

const typesFile = join(import.meta.dirname, '../../src/renderer/generated/styles.d.ts');

/** Writes what the compiler knows about the style sheets of the page, unless it stands there already. */
export function writeStyleTypes(): void {
  const types = typesModule(readSheets());
  if (existsSync(typesFile) && readFileSync(typesFile, 'utf8') === types) return;
  mkdirSync(dirname(typesFile), { recursive: true });
  writeFileSync(typesFile, types);
}
