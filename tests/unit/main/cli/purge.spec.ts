import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { endQuarantine, purgeNote } from '../../../../src/main/engine/record/quarantine.ts';
import { systemClock } from '../../../../src/main/engine/record/clock.ts';
import { findRunFolder, journalOf } from '../../../../src/main/engine/record/run-folder.ts';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';
import type { Result } from '../../../../src/shared/domain/run/result.ts';
import { FakeTerminal, type FakeTerminalOptions } from '../../../support/fake-terminal.ts';
import { runsIn } from '../../../support/runs-in.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

async function cutover(args: readonly string[], options?: FakeTerminalOptions, computer = cleaned) {
  const terminal = new FakeTerminal(options);
  const where = ['--practice', computer, '--fast', '--data-folder', folder];
  const code = await runCli([...args, ...where], terminal);
  const exit = Object.entries(exitCodes).find(([, { posix }]) => posix === code)?.[0];
  return { exit, terminal };
}

/** A computer on which only traces are left. */
const cleaned = 'ultraav';

const asJson = async (args: readonly string[], computer = cleaned) => {
  const { terminal } = await cutover([...args, '--json'], {}, computer);
  return JSON.parse(terminal.text) as Result;
};

/** A run that cleaned up, and its folder. */
async function cleanedUp(): Promise<{ readonly runId: string; readonly path: string }> {
  const { record } = await asJson(['clean', '--unattended']);
  const runId = record?.runId ?? '';
  return { runId, path: join(folder, 'practice', cleaned, 'runs', runId) };
}

/** Everything in a folder, with what stands in it. */
function shown(path: string): Readonly<Record<string, string>> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files.map((file) => {
      const place = join(file.parentPath, file.name);
      return [place, file.isFile() ? readFileSync(place, 'utf8') : 'no file'];
    }),
  );
}

const isInQuarantine = (path: string) => /[\\/]quarantine(?:[\\/]|$)/.test(path);

describe('cutover purge', () => {
  it('says what goes, deletes just that, and nothing the second time', async () => {
    const { runId } = await cleanedUp();
    const before = shown(folder);
    const { terminal } = await cutover(['purge', runId], { interactive: true, answers: ['yes'] });
    const after = shown(folder);
    const again = await asJson(['purge', runId, '--yes']);
    const gone = Object.keys(before).filter((path) => !(path in after));
    expect(gone.length).toBeGreaterThan(2);
    expect(gone.filter((path) => !isInQuarantine(path))).toEqual([]);
    expect(Object.keys(after).filter(isInQuarantine)).toEqual([]);
    const changed = Object.entries(after).filter(([path, content]) => before[path] !== content);
    expect(changed.map(([path]) => path.split('/').at(-1))).toEqual(['purge.json']);
    expect(terminal.text).toContain('C:\\ProgramData\\Kaspersky Lab');
    expect(terminal.text).toMatch(/\(\d[\d.,]* (?:byte|kB|MB)\)/);
    expect([again.name, again.changed, again.purged]).toEqual([
      'success',
      false,
      { things: [], bytes: 0 },
    ]);
  });

  it('answers programs with what went, and needs a yes of somebody', async () => {
    const { runId, path } = await cleanedUp();
    const size = (name: string) => statSync(join(path, 'quarantine', name)).size;
    const sizes = readdirSync(join(path, 'quarantine'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map(size);
    const asked = await asJson(['purge', runId]);
    const no = await cutover(['purge', runId], { interactive: true, answers: ['no'] });
    const isThere = existsSync(join(path, 'quarantine'));
    const done = await asJson(['purge', runId, '--yes']);
    expect([asked.name, asked.changed, no.exit, isThere]).toEqual([
      'decisionNeeded',
      false,
      'cancelled',
      true,
    ]);
    expect([done.name, done.changed, done.purged?.bytes]).toEqual([
      'success',
      true,
      sizes.reduce((sum, each) => sum + each, 0),
    ]);
  });

  it('is told by restore, which brings back what is not of the quarantine and says what is gone', async () => {
    const { runId } = await cleanedUp();
    await cutover(['purge', runId, '--yes']);
    const first = await cutover(['restore', runId, '--unattended']);
    const then = await asJson(['restore', runId, '--unattended']);
    expect(first.terminal.text).toContain('was deleted for good on');
    expect(first.terminal.text).toContain('What nothing takes back:');
    expect(first.terminal.text).not.toContain('refused');
    expect([then.name, then.msg.includes('deleted for good on')]).toEqual(['notUndone', true]);
  });

  it.each([
    ['at the top', '', 'stopped'],
    ['deep inside', 'deep/er', 'stopped'],
  ])('deletes nothing where a link lies %s, and nothing that it leads to', async (_, at, exit) => {
    const { runId, path } = await cleanedUp();
    const innocent = join(folder, 'innocent');
    mkdirSync(innocent);
    writeFileSync(join(innocent, 'file'), 'stays');
    mkdirSync(join(path, 'quarantine', at), { recursive: true });
    symlinkSync(innocent, join(path, 'quarantine', at, 'link'), 'junction');
    const before = shown(folder);
    const end = await cutover(['purge', runId, '--yes']);
    expect([end.exit, end.terminal.errors.join().includes('leads to another place')]).toEqual([
      exit,
      true,
    ]);
    expect(shown(folder)).toEqual(before);
  });

  it('does not believe a quarantine that is a link itself', async () => {
    const { runId, path } = await cleanedUp();
    const innocent = join(folder, 'innocent');
    mkdirSync(innocent);
    writeFileSync(join(innocent, 'file'), 'stays');
    rmSync(join(path, 'quarantine'), { recursive: true });
    symlinkSync(innocent, join(path, 'quarantine'), 'junction');
    expect((await cutover(['purge', runId, '--yes'])).exit).toBe('unreadableInput');
    expect(readdirSync(innocent)).toEqual(['file']);
  });

  it('leaves a run alone that waits for its restart, and one that is only half taken back', async () => {
    const waiting = await asJson(['remove', '--unattended'], 'home');
    const home = await cutover(['purge', waiting.record?.runId ?? '', '--yes'], {}, 'home');
    const { runId } = await cleanedUp();
    const back = await asJson(['restore', runId, '--unattended']);
    const undoing = back.record?.runId ?? '';
    const journal = join(folder, 'practice', cleaned, 'runs', undoing, 'journal.jsonl');
    // Killed before its end was written.
    const text = readFileSync(journal, 'utf8').trimEnd();
    truncateSync(journal, Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1)));
    const half = await cutover(['purge', runId, '--yes']);
    expect([home.exit, half.exit, half.terminal.errors.join().includes(undoing)]).toEqual([
      'stopped',
      'stopped',
      true,
    ]);
  });

  it('knows only runs that are there', async () => {
    expect((await cutover(['purge', '20261128-100000-none', '--yes'])).exit).toBe('runNotFound');
  });

  it('ends the same wherever it is killed', async () => {
    const ends = new Set<string>();
    let points = 0;
    for (let isKilled = true; isKilled; points += 1) {
      folder = temporaryFolder();
      const { runId, path } = await cleanedUp();
      isKilled = await killAt(points, runId);
      const isNoted = (purgeNote(path)?.endedAt === null) === isKilled;
      const { terminal } = await cutover(['restore', runId, '--dry-run']);
      const isTold = `${terminal.text}${terminal.errors.join()}`.includes('for good');
      expect((await cutover(['purge', runId, '--yes'])).exit).toBe('success');
      const names = purgeNote(path)?.things.map(({ name }) => name);
      const isEnded = typeof purgeNote(path)?.endedAt === 'string';
      ends.add(
        JSON.stringify([isNoted, isTold, isEnded, existsSync(join(path, 'quarantine')), names]),
      );
    }
    expect([points > 5, [...ends].map((end) => end.slice(0, 21))]).toEqual([
      true,
      ['[true,true,true,false'],
    ]);
  });
});

/** Ends the quarantine of a run up to a number of deletions; whether it came to as many. */
async function killAt(point: number, runId: string): Promise<boolean> {
  const data = runsIn(join(folder, 'practice', cleaned));
  const found = findRunFolder(data, runId);
  const journal = found.ok ? journalOf(found.folder.path) : null;
  if (!found.ok || journal?.ok !== true) throw new Error('There is no such run.');
  let left = point;
  const erase = (path: string) => {
    if (left === 0) throw new Error('killed');
    left -= 1;
    data.erase(path);
  };
  const run = Object.assign(Object.create(found.folder) as typeof found.folder, {
    dataFolder: { ...data, erase },
  });
  return (await endQuarantine(run, journal.entries, systemClock)) !== null;
}
