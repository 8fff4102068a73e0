import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogues } from './messages/catalogue.ts';
import { unusedKeys } from './messages/unused.ts';

const root = join(import.meta.dirname, '../src');
// What is made from the catalogues for somebody else stands beside the program.
const sources = [...globSync('**/*.{ts,tsx}', { cwd: root }), '../build/group-policy-template.ts']
  .filter((path) => !path.includes('generated'))
  .map((path) => readFileSync(join(root, path), 'utf8'));
const unused = unusedKeys(Object.keys(readCatalogues().en), sources);
for (const key of unused)
  console.error(`The message ${key} is used nowhere; take it out of the catalogues.`);
process.exitCode = unused.length === 0 ? 0 : 1;
