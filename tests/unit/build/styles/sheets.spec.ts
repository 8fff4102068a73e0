import { describe, expect, it } from 'vitest';
import { classesOf, faultsOf, readSheets, typesModule } from '../../../../build/styles/sheets.ts';

const sheet = {
  path: 'parts/parts.module.css',
  text: `/* .no */ :where(.card) { width: 0.5em; &::after { content: '.no'; } }
    .text, .card > .note { composes: list from './other.module.css'; background: url("x.png"); }`,
};

describe('the classes of a style sheet', () => {
  it('are what it selects by', () => {
    expect(classesOf(sheet)).toEqual(['card', 'text', 'note']);
  });

  it('are known to the compiler by name', () => {
    expect(typesModule([sheet])).toContain("declare module '*/parts.module.css' {");
    expect(typesModule([sheet])).toContain('    readonly note: string;');
  });

  it('are all used, by a component or by another sheet', () => {
    const components = [
      {
        path: 'parts/Card.tsx',
        text: "import styles from './parts.module.css';\n<a className={styles.card} />",
      },
      {
        path: 'pages/check/Check.tsx',
        text: "import styles from './check.module.css';\n<a className={styles.text} />",
      },
    ];
    const other = {
      path: 'pages/check/check.module.css',
      text: ".text { composes: note from '../../parts/parts.module.css'; }",
    };
    expect(faultsOf([sheet, other], components)).toEqual([
      'Nobody uses the class text of parts/parts.module.css.',
    ]);
  });

  it('belong to sheets of different names, because those become part of the class', () => {
    const [here, there] = ['a', 'b'].map((folder) => ({
      path: `${folder}/parts.module.css`,
      text: '',
    }));
    expect(here && there && faultsOf([here, there], [])).toEqual([
      'Another sheet has the name of b/parts.module.css.',
    ]);
  });
});

it('the sheets of the page mean one and the same by a narrow window', () => {
  const asked = readSheets().flatMap(
    ({ text }) => text.match(/@media[^{]*width[^{]*(?= \{)/g) ?? [],
  );
  // Fluent's own condition for its dialogues is about the screen.
  const ours = asked.filter((query) => !query.includes('screen'));
  expect(ours.length).toBeGreaterThan(5);
  expect([...new Set(ours)]).toEqual(['@media (max-width: 719px), (max-height: 419px)']);
});
