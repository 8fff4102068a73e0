import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { appFolder, expect, test } from './support/guide-app.ts';

const limit = 240_000;

test('the page with one language weighs at most 240 kB', () => {
  const assets = join(appFolder, 'out/renderer/assets');
  const parts = readdirSync(assets).filter((name) => /\.(?:js|css)$/.test(name));
  const otherWords = /^(?!en-[\w-]{8}\.)[a-z]{2}(?:-[A-Z]{2})?-[\w-]{8}\.js$/;
  const words = parts.filter((name) => otherWords.test(name));
  const weights = parts
    .filter((name) => !words.includes(name))
    .map((name) => [name, gzipSync(readFileSync(join(assets, name))).length] as const);
  // Each of the five other languages, and the one that shows what is not translated.
  expect(words, parts.join(' ')).toHaveLength(6);
  expect(parts.filter((name) => name.endsWith('.css'))).toHaveLength(1);
  expect(
    weights.reduce((sum, [, weight]) => sum + weight, 0),
    JSON.stringify(weights),
  ).toBeLessThanOrEqual(limit);
});
