import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandNames } from '../../../src/main/cli/flags/command-names.ts';
import { selfTestIds } from '../../../src/shared/domain/run/self-test.ts';

const page = readFileSync('docs/first-hour.md', 'utf8');
const numbers = ['eight', 'nine', 'ten', 'eleven', 'twelve'];

it('the page for the first hour names commands that there are, and as many lines as the self test has', () => {
  const commands = [...page.matchAll(/& \$c ([\w-]+)/g)].map(([, name]) => name ?? '');
  // One is a typing error on purpose.
  const unknown = commands.filter((name) => !commandNames.includes(name) && name !== 'verfy');
  expect([
    commands.length > 8,
    unknown,
    page.includes(`${numbers[selfTestIds.length - 8]} lines`),
  ]).toEqual([true, [], true]);
});
