import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../../src/main/cli/cli.ts';
import { exitCodes } from '../../../../../src/shared/domain/run/exit-codes.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { guideOf, removeOn, until, valueOf } from '../../desktop/guide/guide-of.ts';

const notes = ['--ticket', 'T-17', '--technician', 'Jo', '--customer', 'Ann'];
const line = 'Ticket: T-17 · Technician: Jo · Customer: Ann';

async function cutover(folder: string, ...args: readonly string[]) {
  const terminal = new FakeTerminal();
  const code = await runCli([...args, '--data-folder', folder], terminal);
  return { code, terminal };
}

const home = ['--practice', 'home', '--fast'];

function savedReport(folder: string): string {
  const runs = join(folder, 'practice', 'home', 'runs');
  const [run = ''] = readdirSync(runs);
  return readFileSync(join(runs, run, 'report.html'), 'utf8');
}

describe('what a help desk notes about a case', () => {
  it('stands in the report of the run and, after a restart, in that of whoever goes on', async () => {
    const folder = temporaryFolder();
    await cutover(folder, 'remove', ...home, '--unattended', ...notes);
    const before = savedReport(folder).includes(line);
    await cutover(folder, 'resume', ...home, '--unattended');
    expect([before, savedReport(folder).includes(line)]).toEqual([true, true]);
  });

  it('typed into the window after the removal reaches the report of `resume`', async () => {
    const { guide, folder } = await guideOf();
    await removeOn(guide, 'home');
    const technician = { ticket: 'T-17', technician: 'Jo', customer: 'Ann' };
    valueOf(await guide.move('setTechnicianFields', technician));
    const early = savedReport(folder).includes(line);
    await cutover(folder, 'resume', ...home, '--unattended');
    const listed = await cutover(folder, 'report', ...home, '--json');
    const { runs } = JSON.parse(listed.terminal.text) as { runs: { runId: string }[] };
    const shown = await cutover(folder, 'report', runs[0]?.runId ?? '', ...home);
    expect({
      early,
      saved: savedReport(folder).includes(line),
      shown: shown.terminal.text.includes('T-17'),
    }).toEqual({ early: false, saved: true, shown: true });
  });

  it('is in the window again after a new start, and in the report it comes to', async () => {
    const { guide, folder } = await guideOf();
    await removeOn(guide, 'home');
    const technician = { ticket: 'T-17', technician: 'Jo', customer: 'Ann' };
    valueOf(await guide.move('setTechnicianFields', technician));
    const { guide: later } = await guideOf(folder);
    const shown = later.snapshot.technician;
    valueOf(await later.move('restartPractice'));
    valueOf(await later.move('resumeRemoval'));
    await until(later, ({ run }) => run.state === 'ended');
    expect({ shown, saved: savedReport(folder).includes(line) }).toEqual({
      shown: technician,
      saved: true,
    });
  });

  it('is refused when it is too long for a report', async () => {
    const folder = temporaryFolder();
    const { code } = await cutover(folder, 'remove', ...home, '--ticket', 'x'.repeat(201));
    expect(code).toBe(exitCodes.badArguments.posix);
  });
});
