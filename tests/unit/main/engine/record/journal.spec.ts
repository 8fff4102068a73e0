import { quoted } from '../../../../../src/shared/domain/message.ts';
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CannotWrite } from '../../../../../src/main/disk/cannot-write.ts';
import {
  continueJournal,
  createJournal,
  readJournal,
} from '../../../../../src/main/engine/record/journal.ts';
import {
  journalFormat,
  type JournalFact,
} from '../../../../../src/main/engine/record/journal-fact.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import {
  actionResultOf,
  planOf,
  steppingClock,
  stepResultOf,
} from '../../../../support/run-samples.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const facts: readonly JournalFact[] = [
  {
    kind: 'runStarted',
    format: journalFormat,
    cutoverVersion: '0.1.0',
    runId: '20261123-171500-k3f9',
    machineId: 'test',
    practice: true,
    choice: defaultChoice,
    dryRun: false,
  },
  { kind: 'planned', plan: planOf() },
  { kind: 'stepStarted', stepId: 'remove-kaspersky', pendingRestarts: [] },
  { kind: 'stepEnded', stepId: 'remove-kaspersky', result: actionResultOf() },
  { kind: 'stepJudged', result: stepResultOf() },
  {
    kind: 'runFinished',
    outcome: 'cleanAndProtected',
    summary: [quoted('Löscht „alles“ – done.')],
  },
];

/** Runs a script in which no file can grow above 8 KiB: like a full disk, the system takes a part of a write first. */
function runOnSmallDisk(script: string): string {
  const command = 'ulimit -f 16; exec "$0" --input-type=module --eval "$1"';
  return execFileSync('/bin/sh', ['-c', command, process.execPath, script], {
    encoding: 'utf8',
  }).trim();
}

function module(name: string): string {
  return new URL(`../../../../../src/main/engine/record/${name}`, import.meta.url).href;
}

function writtenJournal(): string {
  const path = join(temporaryFolder(), 'journal.jsonl');
  const journal = createJournal(path, steppingClock());
  for (const fact of facts) journal.append(fact);
  journal.close();
  return path;
}

describe('a journal', () => {
  it.skipIf(process.platform === 'win32')(
    'stays whole when the disk takes a part of a line',
    () => {
      const path = join(temporaryFolder(), 'journal.jsonl');
      const said = runOnSmallDisk(`
      const { createJournal } = await import(${JSON.stringify(module('journal.ts'))});
      const journal = createJournal(${JSON.stringify(path)}, { now: () => new Date(0), ticks: () => 0 });
      const tooLong = { kind: 'runResumed', cutoverVersion: 'x'.repeat(9000), starts: 2 };
      journal.append(${JSON.stringify(facts[0])});
      try { journal.append(tooLong); } catch (error) { console.log(error.name); }
      journal.append(${JSON.stringify(facts[2])});
    `);
      const read = readJournal(path);
      expect([said, read.ok && [read.torn, read.entries.map(({ fact }) => fact)]]).toEqual([
        'CannotWrite',
        [false, [facts[0], facts[2]]],
      ]);
    },
  );

  it('reads back what was written, numbered and dated', () => {
    const read = readJournal(writtenJournal());
    expect(
      read.ok && read.entries.map(({ sequence, time, fact }) => [sequence, time, fact]),
    ).toEqual(facts.map((fact, index) => [index + 1, `2026-11-23T17:15:0${index}.000Z`, fact]));
  });

  it('drops a torn last line, says so, and goes on after it', () => {
    const path = writtenJournal();
    appendFileSync(path, '{"sequence":7,"time":"2026-11-23T17:15:06.000Z","fact":{"ki');
    const torn = readJournal(path);
    const opened = continueJournal(path, steppingClock());
    if (!opened.ok) throw new Error(opened.detail);
    opened.journal.append({ kind: 'runResumed', cutoverVersion: '0.1.0', starts: 2 });
    opened.journal.close();
    const after = readJournal(path);
    expect([
      torn.ok && [torn.torn, torn.entries.length],
      after.ok && [after.torn, after.entries.length, after.entries.at(-1)?.sequence],
    ]).toEqual([
      [true, 6],
      [false, 7, 7],
    ]);
  });

  it('can be cut anywhere without losing a whole line or inventing one', () => {
    const path = writtenJournal();
    const bytes = readFileSync(path);
    const ends = [...bytes.entries()].filter(([, byte]) => byte === 10).map(([index]) => index + 1);
    const near = ends.flatMap((end) => [end - 1, end, end + 1]);
    const lengths = [0, ...near, ...ends.map((end) => end - 40)].filter((at) => at <= bytes.length);
    const cut = join(temporaryFolder(), 'cut.jsonl');
    const seen = lengths.map((length) => {
      writeFileSync(cut, bytes.subarray(0, length));
      const read = readJournal(cut);
      return read.ok ? read.entries.length : read.code;
    });
    const whole = lengths.map((length) => ends.filter((end) => end <= length).length);
    expect(seen).toEqual(whole.map((count) => (count === 0 ? 'empty' : count)));
  });

  it('never takes a changed byte before the last line for the truth', () => {
    const path = writtenJournal();
    const bytes = readFileSync(path);
    const original = readJournal(path);
    const changed = join(temporaryFolder(), 'changed.jsonl');
    const anywhere = fc.record({
      at: fc.nat({ max: bytes.length - 1 }),
      by: fc.integer({ min: 1, max: 255 }),
    });
    fc.assert(
      fc.property(anywhere, ({ at, by }) => {
        const copy = Buffer.from(bytes);
        copy[at] = (copy[at] ?? 0) ^ by;
        writeFileSync(changed, copy);
        const read = readJournal(changed);
        if (!read.ok) return;
        // What is still accepted must be a beginning of what was written.
        const known = original.ok ? original.entries.slice(0, read.entries.length) : [];
        expect(read.entries).toEqual(known);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['missing', null],
    ['empty', ''],
    ['empty', '{"sequence":1'],
    ['damaged', 'no json\n'],
    ['damaged', '{"sequence":1,"time":"x","fact":{"kind":"runStarted"},"checksum":""}\n'],
    ['foreignFormat', '{"sequence":1,"fact":{"kind":"runStarted","format":"cutover-journal/9"}}\n'],
  ] as const)('that is %s is told apart (%j)', (code, content) => {
    const path = join(temporaryFolder(), 'journal.jsonl');
    if (content !== null) writeFileSync(path, content);
    const read = readJournal(path);
    expect(read).toEqual({
      ok: false,
      code,
      message: { id: `journal.${code}`, values: expect.objectContaining({ path }) },
      detail: expect.stringContaining(path),
    });
  });

  it('with a line taken out is damaged', () => {
    const path = writtenJournal();
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, lines.toSpliced(2, 1).join('\n'));
    expect(readJournal(path)).toMatchObject({ ok: false, code: 'damaged' });
  });

  it('that cannot be read says why', () => {
    const folder = temporaryFolder();
    expect(readJournal(folder)).toMatchObject({ ok: false, code: 'unreadable' });
  });

  it('that cannot be written ends in one known exception with advice', () => {
    const path = join(temporaryFolder(), 'no such folder', 'journal.jsonl');
    expect(() => createJournal(path, steppingClock())).toThrow(CannotWrite);
  });
});
