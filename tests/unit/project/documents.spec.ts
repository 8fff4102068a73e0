import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generatedDocuments } from '../../../build/write-docs.ts';
import manifest from '../../../package.json' with { type: 'json' };

const documents = Object.entries(await generatedDocuments());

it.each(documents)('%s is what the code says today', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});

const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'docs/limits.md',
  'tests/lab/README.md',
  'tests/standin/README.md',
];

it.each(pages)('every path and script that %s names exists', (page) => {
  const text = readFileSync(page, 'utf8');
  const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : '';
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => folder + path);
  const paths = [...text.matchAll(/`((?:src|tests|build|docs)\/[\w./-]+)`/g)].map(
    ([, path]) => path,
  );
  const missing = [...links, ...paths].filter((path) => path === undefined || !existsSync(path));
  const scripts = [...text.matchAll(/npm (?:run (\w+)|(start|test)\b)/g)];
  const unknown = scripts.filter(([, ran, short]) => !(String(ran ?? short) in manifest.scripts));
  expect({ missing, unknown }).toEqual({ missing: [], unknown: [] });
});

it('the major version of Node is the same wherever it is named', () => {
  const major = readFileSync('.nvmrc', 'utf8').trim();
  const { engines, devDependencies } = manifest;
  expect([engines.node, devDependencies.node, devDependencies['@types/node']]).toEqual([
    `>=${major}`,
    expect.stringMatching(`^\\^${major}\\.`),
    expect.stringMatching(`^\\^${major}\\.`),
  ]);
});
