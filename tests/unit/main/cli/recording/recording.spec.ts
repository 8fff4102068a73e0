import { linkSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../../src/main/cli/cli.ts';
import { logFile } from '../../../../../src/main/cli/recording/log-file.ts';
import { exitCodes } from '../../../../../src/shared/domain/run/exit-codes.ts';
import { resultSchema } from '../../../../../src/shared/domain/run/result.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { canLinkFiles } from '../../../../support/can-link-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'cutover-recording-'));
let runs = 0;

async function remove(...args: readonly string[]) {
  const terminal = new FakeTerminal();
  const data = ['--data-folder', join(folder, `data-${(runs += 1)}`)];
  const command = ['remove', '--practice', 'home', '--unattended', ...data, ...args];
  const code = await runCli(command, terminal);
  return { code, terminal, lines: terminal.text.split('\n') };
}

const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');
const kindsIn = (lines: readonly string[]) =>
  lines.map((line) => (JSON.parse(line) as { kind?: string; format: string }).kind ?? 'result');

const whole = [
  'runStarted',
  'inventoryStarted',
  'detected',
  'planned',
  'kept',
  'stepStarted',
  'stepFinished',
  'inventoryStarted',
  'detected',
  'judged',
  'restartNeeded',
  'runFinished',
  'result',
];
const withoutProgress = (kinds: readonly string[]) =>
  kinds.filter((kind) => kind !== 'stepProgress');

describe('--events', () => {
  it('tells everything that happens, an object on each line, and last the document of the end', async () => {
    const { code, terminal, lines } = await remove('--fast', '--events');
    const last = resultSchema.parse(JSON.parse(lines.at(-1) ?? ''));
    expect({
      kinds: withoutProgress(kindsIn(lines)),
      end: [last.name, last.rc],
      code,
      errors: terminal.errors,
      questions: terminal.questions,
    }).toEqual({
      kinds: whole,
      end: ['restartNeeded', exitCodes.restartNeeded.posix],
      code: exitCodes.restartNeeded.posix,
      errors: [],
      questions: [],
    });
  });

  it('numbers and dates its lines', async () => {
    const { lines } = await remove('--fast', '--events');
    const events = lines.slice(0, -1).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(events.every(({ time }) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(time)))).toBe(true);
  });

  it('tells of a refusal too, on the one line', async () => {
    const { code, lines } = await remove('--events', '--only', 'nothing');
    expect([code, lines.map((line) => (JSON.parse(line) as { name: string }).name)]).toEqual([
      exitCodes.badArguments.posix,
      ['badArguments'],
    ]);
  });
});

describe('--log', () => {
  it('keeps what is told, with its time, behind what the file holds', async () => {
    const path = join(folder, 'text.log');
    writeFileSync(path, 'before\n');
    const { terminal } = await remove('--fast', '--log', path);
    const [first, second, ...more] = linesOf(path);
    expect(first).toBe('before');
    expect(second).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z Run \d{8}-/);
    expect(more.at(-1)).toMatch(/ Removed as far as possible.*\(restartNeeded, 10\)$/);
    expect(terminal.text).toContain('What will be done');
  });

  it('is written the same where programs read the terminal', async () => {
    const path = join(folder, 'beside.log');
    await remove('--fast', '--json', '--log', path);
    expect(linesOf(path).join('\n')).toContain('What will be done');
  });

  it('has what happens as lines of JSON', async () => {
    const path = join(folder, 'events.jsonl');
    await remove('--fast', '--log', path, '--log-format', 'jsonl');
    expect(withoutProgress(kindsIn(linesOf(path)))).toEqual(whole);
  });

  it('has the form that CMTrace reads, whatever is said', () => {
    const path = join(folder, 'cmtrace.log');
    const time = new Date(2026, 10, 29, 8, 5, 3, 7);
    const log = logFile(path, 'cmtrace', () => time);
    log.told('Removed.\nSaid: ]LOG]!><time="0', 'error');
    log.told('\u001B[2J', 'information');
    const bias = time.getTimezoneOffset();
    const zone = `${bias < 0 ? '-' : '+'}${String(Math.abs(bias)).padStart(3, '0')}`;
    const rest = (type: number) =>
      `time="08:05:03.007${zone}" date="11-29-2026" component="Cutover" context="" type="${type}" thread="${process.pid}" file="">`;
    expect(linesOf(path).slice(0, 2)).toEqual([
      `<![LOG[Removed.]LOG]!><${rest(3)}`,
      `<![LOG[Said: ] LOG]!><time="0]LOG]!><${rest(3)}`,
    ]);
  });

  it.skipIf(!canLinkFiles())(
    'never writes into what a link points at, nor into a file with another name',
    async () => {
      const other = join(folder, 'other.txt');
      writeFileSync(other, 'mine');
      symlinkSync(other, join(folder, 'link.log'));
      linkSync(other, join(folder, 'twin.log'));
      for (const name of ['link.log', 'twin.log', 'missing/x.log']) {
        const { code, terminal } = await remove('--log', join(folder, name));
        expect([name, code, terminal.errorText]).toEqual([
          name,
          exitCodes.cannotWrite.posix,
          expect.stringContaining('cannot be written, so nothing was begun'),
        ]);
      }
      expect(readFileSync(other, 'utf8')).toBe('mine');
    },
  );

  it('keeps what is wrong with the arguments', async () => {
    const path = join(folder, 'wrong.log');
    const { code } = await remove('--log', path, '--log-format', 'xml');
    expect([code, linesOf(path)]).toEqual([
      exitCodes.badArguments.posix,
      [expect.stringMatching(/--log-format does not take.*\(badArguments, 2\)$/)],
    ]);
  });
});

describe('--max-runtime', () => {
  it('brings a run to a safe end, and says that it was the time', async () => {
    const { code, terminal } = await remove('--max-runtime', '0.002');
    expect([code, terminal.errorText]).toEqual([
      exitCodes.outOfTime.posix,
      expect.stringContaining('The time for everything was over'),
    ]);
  });

  it('changes nothing about what ends in time', async () => {
    const { code } = await remove('--fast', '--max-runtime', '5');
    expect(code).toBe(exitCodes.restartNeeded.posix);
  });

  it.each(['0', '-1', 'x', '1441'])('refuses %s', async (minutes) => {
    const { code } = await remove('--max-runtime', minutes);
    expect(code).toBe(exitCodes.badArguments.posix);
  });
});
