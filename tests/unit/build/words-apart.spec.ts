import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { wordsApart } from '../../../build/words-apart.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const six = (text: string) =>
  ['en', 'es', 'de', 'fr', "'pt-BR'", 'ru']
    .map((each) => `${each}: '${text} ${each.replaceAll("'", '')}'`)
    .join(', ');

/** The built script and, by name, the files beside it. */
async function built(files: Readonly<Record<string, string>>) {
  const folder = join(temporaryFolder(), 'src');
  mkdirSync(folder);
  for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, name), code);
  const done = await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    plugins: [wordsApart()],
    build: {
      write: false,
      minify: false,
      lib: { entry: join(folder, 'main.ts'), formats: ['es'] },
    },
  });
  const outputs = [done].flat().flatMap((each) => ('output' in each ? each.output : []));
  const sources = outputs.map((each) => [
    each.fileName,
    each.type === 'chunk' ? each.code : String(each.source),
  ]);
  const { 'assets/words.ru.js': russian = '', ...rest } = Object.fromEntries(sources) as Record<
    string,
    string
  >;
  const script = Object.entries(rest).find(([name]) => !name.startsWith('assets/'))?.[1] ?? '';
  return { script, russian };
}

describe('the words of the other languages', () => {
  it('leave the scripts and are found by their English text', async () => {
    const { script, russian } = await built({
      'main.ts': "import { t } from './a.texts.ts';\nconsole.log(t);",
      'a.texts.ts': `export const t = { hello: { ${six('hello')} } } as const;`,
    });
    expect([script.includes('hello en'), script.includes('hello ru'), russian]).toEqual([
      true,
      false,
      'export default {"hello en":"hello ru"};\n',
    ]);
  });

  it('are kept with their forms of number', async () => {
    const plural = six('x').replaceAll(/'x ([\w-]+)'/g, "{ one: '1 $1', other: '{count} $1' }");
    const { russian } = await built({
      'main.ts': "import { t } from './a.texts.ts';\nconsole.log(t);",
      'a.texts.ts': `export const t = { ${plural} };`,
    });
    expect(russian).toBe('export default {"{count} en":{"one":"1 ru","other":"{count} ru"}};\n');
  });

  it('stay where the same English has another translation', async () => {
    const { script, russian } = await built({
      'main.ts': "import { t } from './a.texts.ts';\nconsole.log(t);",
      'a.texts.ts': `export const t = [{ ${six('a')} }, { ${six('a').replace('a ru', 'other ru')} }];`,
    });
    const kept = [
      script.includes("'a ru'") || script.includes('"a ru"'),
      script.includes('other ru'),
    ];
    expect([kept.filter(Boolean).length, russian.match(/ru/g)?.length]).toEqual([1, 1]);
  });

  it('stay in whatever is no catalogue', async () => {
    const { script } = await built({
      'main.ts': "import { t } from './languages.ts';\nconsole.log(t);",
      'languages.ts': `export const t = { ${six('name')} };`,
    });
    expect(script).toContain('name ru');
  });
});
