import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalogues } from '../../../build/messages/catalogue.ts';

const root = join(import.meta.dirname, '../../../src');

/** Everything that the program says, in every language. */
const said = Object.values(readCatalogues())
  .flatMap((catalogue) => Object.values(catalogue))
  .join('\n')
  .toLowerCase();

/** Reads what version 0.1.0 wrote, which kept nothing but sentences of what it did for Microsoft Defender. */
const ofEarlier = 'main/engine/record/version-1.ts';

/** What uninstallers call a password. */
const ofOthers = ['mot de passe'];

/** What code looks for in a text: `x.includes('…')`, `x.replace(/…/, …)`, `/…/.test(x)`. */
const looking =
  /\.(?:includes|startsWith|endsWith|indexOf|split|replace|replaceAll|match|matchAll|search)\(\s*(?:'([^'\n]*)'|"([^"\n]*)"|\/((?:[^/\\\n]|\\.)+)\/)|\/((?:[^/\\\n]|\\.)+)\/[a-z]*\.(?:test|exec)\(/g;

/** Several words in a row that are looked for and that the program says itself. */
function readSentences(source: string): readonly string[] {
  return [...source.matchAll(looking)]
    .flatMap(([, ...literals]) => literals.filter((literal) => literal !== undefined))
    .flatMap((literal) => literal.match(/\p{L}+(?: \p{Ll}+)+/gu) ?? [])
    .filter((words) => !ofOthers.includes(words) && said.includes(words.toLowerCase()));
}

describe('the program', () => {
  it('reads no sentence that it wrote itself', () => {
    const found = globSync('**/*.{ts,tsx}', { cwd: root })
      .filter((path) => !path.includes('generated') && path !== ofEarlier)
      .flatMap((path) =>
        readSentences(readFileSync(join(root, path), 'utf8')).map((words) => `${path}: ${words}`),
      );
    expect(found).toEqual([]);
  });

  it.each([
    "reason.includes('could not be read')",
    'if (/could not be read|was denied/i.test(message)) return;',
    "title.split('switches it off')",
  ])('would be caught at it: %s', (source) => {
    expect(readSentences(source)).not.toEqual([]);
  });
});
