import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { replaceFile } from '../../../../src/main/disk/replace-file.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

it('writes a file, replaces it, and leaves nothing beside it', () => {
  const folder = temporaryFolder();
  replaceFile(join(folder, 'a.json'), 'first, and longer');
  replaceFile(join(folder, 'a.json'), 'sécond');
  expect([readdirSync(folder), readFileSync(join(folder, 'a.json'), 'utf8')]).toEqual([
    ['a.json'],
    'sécond',
  ]);
});

it('writes over what a killed program left half written', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.json.tmp'), 'half a sentence that is much lon');
  replaceFile(join(folder, 'a.json'), 'whole');
  expect([readdirSync(folder), readFileSync(join(folder, 'a.json'), 'utf8')]).toEqual([
    ['a.json'],
    'whole',
  ]);
});

it('throws and leaves nothing half done when the place cannot be taken', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a.json', 'inside'), { recursive: true });
  expect(() => replaceFile(join(folder, 'a.json'), 'text')).toThrow(/EISDIR|EPERM|ENOTEMPTY/);
  expect(readdirSync(folder)).toEqual(['a.json']);
});

it('is whole whenever the program is killed', async () => {
  const path = join(temporaryFolder(), 'a.json');
  const contents = ['a', 'b'].map((letter) => letter.repeat(300_000));
  const script = `
    const { replaceFile } = await import(${JSON.stringify(moduleUrl)});
    for (let round = 0; ; round += 1) {
      replaceFile(${JSON.stringify(path)}, ['a', 'b'][round % 2].repeat(300_000));
      if (round === 0) console.log('written');
    }`;
  for (const delayMs of [0, 3, 7, 12]) {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    await once(child.stdout, 'data');
    await sleep(delayMs);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(contents.includes(readFileSync(path, 'utf8'))).toBe(true);
  }
});

const moduleUrl = new URL('../../../../src/main/disk/replace-file.ts', import.meta.url).href;
