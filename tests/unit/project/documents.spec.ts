import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generatedDocuments } from '../../../build/write-docs.ts';
import manifest from '../../../package.json' with { type: 'json' };

const documents = Object.entries(generatedDocuments());

it.each(documents)('%s is what the code says today', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});

const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/limits.md'];

it.each(pages)('every path and script that %s names exists', (page) => {
  const text = readFileSync(page, 'utf8');
  const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : '';
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => folder + path);
  const paths = [...text.matchAll(/`((?:src|tests|build|docs)\/[\w./-]+)`/g)].map(
    ([, path]) => path,
  );
  const missing = [...links, ...paths].filter((path) => path === undefined || !existsSync(path));
  const scripts = [...text.matchAll(/npm (?:run )?(start|test|check|build|bench|docs)\b/g)];
  const unknown = scripts.filter(([, name]) => !(String(name) in manifest.scripts));
  expect({ missing, unknown }).toEqual({ missing: [], unknown: [] });
});
