import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../../../../src/main/engine/record/journal.ts';
import { waitingRun } from '../../../../../src/main/engine/run/waiting-run.ts';
import { leaveRun } from '../../../../support/left-run.ts';
import { prepare } from '../../../../support/practice-run.ts';
import { runsIn } from '../../../../support/runs-in.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { tryRun } from '../../../../support/killable-run.ts';

const choice = { all: true, acknowledged: ['password-vault'] };

/** A computer that waits for a restart, and the journal of the run that brought that about. */
async function waitingComputer() {
  const { machine, folder } = await prepare('home');
  await tryRun({ machine, folder, choice });
  const read = readJournal(join(folder.path, 'journal.jsonl'));
  if (!read.ok) throw new Error(read.detail);
  const { entries } = read;
  const waits = entries.findIndex(
    ({ fact }) => fact.kind === 'stepJudged' && fact.result.outcome === 'restartNeeded',
  );
  if (waits < 0) throw new Error('Nothing waits for a restart.');
  return { machine, entries, waits };
}

describe('the run that waits for a restart', () => {
  it.each([
    ['once it was judged', 1, true],
    ['before it was judged', 0, true],
    ['before anything of it was begun', -Infinity, false],
  ])('is one that was killed %s', async (_name, after, wanted) => {
    const { machine, entries, waits } = await waitingComputer();
    const facts = entries.slice(1, Math.max(2, waits + after)).map(({ fact }) => fact);
    const data = temporaryFolder();
    const runId = leaveRun(data, { machineId: machine.id, choice, facts });
    const now = await machine.inventory();
    const question = { dataFolder: runsIn(data), machineId: machine.id, now };
    expect(waitingRun(question)?.runId ?? null).toBe(wanted ? runId : null);
    expect(waitingRun({ ...question, except: runId })).toBeNull();
  });
});
