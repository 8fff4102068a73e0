import { describe, expect, it } from 'vitest';
import { journalOf } from '../../../../src/main/engine/record/run-folder.ts';
import { refusedPasswords } from '../../../../src/main/engine/run/passwords.ts';
import type { Machine } from '../../../../src/main/machine/machine.ts';
import { tryRun, type KillPoint, type RunTrial } from '../../../support/killable-run.ts';
import { managed, prepare, record } from '../../../support/practice-run.ts';

const onlyEndpoint = { ...managed, only: ['endpoint'] };
const [wrong, other, right] = ['not-this', 'nor-this', 'practice'];

/** The machine, and what was handed to its uninstallers. */
function listening(machine: Machine): { readonly machine: Machine; readonly handed: unknown[] } {
  const handed: unknown[] = [];
  const perform: Machine['perform'] = async (action, context) => {
    handed.push(context.secrets.get('kaspersky'));
    return await machine.perform(action, context);
  };
  return {
    handed,
    machine: {
      id: machine.id,
      practice: machine.practice,
      inventory: async (request) => await machine.inventory(request),
      perform,
      close: async () => await machine.close(),
    },
  };
}

async function situation(kaspersky: readonly string[]) {
  const { machine, folder } = await prepare('business');
  const heard = listening(machine);
  const trial: RunTrial = {
    machine: heard.machine,
    folder,
    choice: onlyEndpoint,
    secrets: { kaspersky },
  };
  return { trial, folder, handed: heard.handed };
}

describe('several passwords for one product', () => {
  it('are tried in turn until one is taken', async () => {
    const { trial, handed } = await situation([wrong, other, right]);
    const { steps } = await record(trial);
    expect([handed, steps]).toEqual([
      [wrong, other, right],
      ['Kaspersky Endpoint Security for Windows: restartNeeded'],
    ]);
  });

  it('get one attempt each, and no more than there are', async () => {
    const { trial, handed } = await situation([wrong, other]);
    const { exit } = await record(trial);
    expect([handed, exit]).toEqual([[wrong, other], 'passwordWrong']);
  });

  it('are tried from the first again by somebody who has seen what was refused', async () => {
    const { trial, handed } = await situation([wrong, other]);
    await record(trial);
    await record({ ...trial, secrets: { kaspersky: [right] } });
    expect(handed).toEqual([wrong, other, right]);
  });

  it('are not tried after the person has cancelled', async () => {
    const { trial, handed } = await situation([wrong, right]);
    const cancel = new AbortController();
    await record({
      ...trial,
      signal: cancel.signal,
      onEvent: ({ kind }) => kind === 'stepStarted' && cancel.abort(),
    });
    expect(handed.includes(right)).toBe(false);
  });

  it('once refused, are never handed over again, wherever the run was killed', async () => {
    const passwords = [wrong, other, right];
    const { killPoints } = await tryRun((await situation(passwords)).trial);
    const after = killPoints.filter(({ how }) => how === 'after');
    const told = await Promise.all(after.map((kill) => killedAt(kill, passwords)));
    expect(told.flatMap(({ again }) => again)).toEqual([]);
    expect(told.filter(({ refused }) => refused > 0).length).toBeGreaterThan(2);
    expect(new Set(told.map(({ last }) => last))).toEqual(new Set([right]));
  });
});

/** What was handed over again after it had been remembered as refused. */
async function killedAt(kill: KillPoint, passwords: readonly string[]) {
  const { trial, folder, handed } = await situation(passwords);
  await tryRun({ ...trial, kill });
  const journal = journalOf(folder.path);
  const entries = journal.ok ? journal.entries : [];
  const [step] = entries.flatMap(({ fact }) => (fact.kind === 'stepStarted' ? fact.stepId : []));
  const ended = entries.some(({ fact }) => fact.kind === 'runFinished');
  const refused = step === undefined || ended ? 0 : refusedPasswords(entries, step);
  const before = handed.length;
  const { end } = await tryRun(trial);
  if (end === 'killed') throw new Error('It was killed twice.');
  const gone = passwords.slice(0, refused);
  const again = handed.slice(before).filter((each) => gone.includes(String(each)));
  return { again, refused, last: handed.at(-1) };
}
