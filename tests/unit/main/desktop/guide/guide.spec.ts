import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GuideSnapshot } from '../../../../../src/shared/contract/guide.ts';
import type { GuideMachine } from '../../../../../src/main/desktop/guide/guide-machine.ts';
import { Guide } from '../../../../../src/main/desktop/guide/guide.ts';
import { InventoryMachine } from '../../../../../src/main/desktop/guide/inventory-machine.ts';
import { practiceComputers } from '../../../../../src/main/machine/practice/practice-computers.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { answerEverything, chooseAll, guideOf, removeOn, until, valueOf } from './guide-of.ts';
import { runsIn } from '../../../../support/runs-in.ts';

const outcomeOf = ({ run }: GuideSnapshot) =>
  run.state === 'ended' || run.state === 'stopped' ? run.record.outcome : run.state;

/** How the steps of a kind ended. */
function endsOf({ run }: GuideSnapshot, kind: string) {
  const steps = run.state === 'ended' ? run.steps : [];
  return steps.flatMap(({ step, result }) => (step.action.kind === kind ? [result?.outcome] : []));
}

describe('the guide', () => {
  it('begins on a practice computer where there is nothing to remove from, and says why', async () => {
    const { guide } = await guideOf();
    const { page, practice, machineId, machines, run } = guide.snapshot;
    expect({ page, practice, machineId, run, here: machines[0]?.unavailable }).toEqual({
      page: 'welcome',
      practice: true,
      machineId: 'practice-family-pc',
      run: { state: 'notBegun' },
      here: { id: 'notWindows' },
    });
  });

  it('offers every practice computer', async () => {
    const { guide } = await guideOf();
    expect(guide.snapshot.machines.map(({ id }) => id)).toEqual([
      'this-computer',
      ...practiceComputers.map(({ id }) => `practice-${id}`),
    ]);
  });

  it('proposes what the catalog proposes, and nothing else', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('chooseMachine', 'practice-home'));
    const { chosen, plan } = valueOf(await guide.move('scan'));
    expect({ chosen, steps: plan?.steps.map(({ about }) => about) }).toEqual({
      chosen: [expect.stringContaining('kaspersky-for-windows')],
      steps: [expect.objectContaining({ productId: 'kaspersky-for-windows' })],
    });
  });

  it('plans anew when something more is chosen, and keeps the answers over another look', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('chooseMachine', 'practice-home'));
    valueOf(await guide.move('scan'));
    const chosen = await chooseAll(guide);
    valueOf(await guide.move('acknowledge', { hazardId: 'password-vault', done: true }));
    const again = valueOf(await guide.move('scan'));
    expect({
      steps: chosen.plan?.steps.length,
      choice: again.chosen,
      sameSteps: again.plan?.steps.length,
      acknowledged: again.plan?.choice.acknowledged,
    }).toEqual({ steps: 3, choice: chosen.chosen, sameSteps: 3, acknowledged: ['password-vault'] });
  });

  it('chooses and gives up one by one, however quickly one answer follows the other', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('chooseMachine', 'practice-home'));
    const { scan, chosen } = valueOf(await guide.move('scan'));
    const ids = scan.state === 'done' ? scan.findings.map(({ id }) => id) : [];
    const others = ids.filter((id) => !chosen.includes(id));
    await Promise.all([
      ...others.map((findingId) => guide.move('chooseFinding', { findingId, chosen: true })),
      ...chosen.map((findingId) => guide.move('chooseFinding', { findingId, chosen: false })),
    ]);
    expect([others.length > 1, guide.snapshot.chosen]).toEqual([true, others]);
  });

  it('acts only by ids that it gave', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('scan'));
    const before = guide.snapshot.revision;
    const replies = [
      await guide.move('chooseMachine', 'C:\\Windows'),
      await guide.move('chooseFinding', { findingId: 'C:\\Windows\\System32', chosen: true }),
      await guide.move('acknowledge', { hazardId: 'disk-encryption', done: true }),
    ];
    expect(replies.map(({ ok }) => ok)).toEqual([false, false, false]);
    expect(guide.snapshot.revision).toBe(before);
  });

  it('goes through restart and proof to the end, with progress of every step', async () => {
    const { guide } = await guideOf();
    const statuses = new Set<string>();
    guide.onChange(({ run }) => {
      if (run.state === 'running') for (const { status } of run.steps) statuses.add(status);
    });
    const first = await removeOn(guide, 'family-pc');
    const noProof = await guide.move('scan');
    valueOf(await guide.move('goTo', 'restart'));
    valueOf(await guide.move('restartPractice'));
    valueOf(await guide.move('resumeRemoval'));
    const last = await until(guide, ({ run }) => run.state === 'ended');
    valueOf(await guide.move('goTo', 'proof'));
    expect({
      first: outcomeOf(first),
      noProof: noProof.ok,
      last: outcomeOf(last),
      sameRun: first.run.state === 'ended' && last.run.state === 'ended',
      statuses: [...statuses].toSorted(),
      page: guide.snapshot.page,
    }).toEqual({
      first: 'restartNeeded',
      noProof: false,
      last: 'cleanAndProtected',
      sameRun: true,
      statuses: ['ended', 'running', 'waiting'],
      page: 'proof',
    });
  });

  it('needs another restart as long as there was none', async () => {
    const { guide } = await guideOf();
    await removeOn(guide, 'family-pc');
    valueOf(await guide.move('resumeRemoval'));
    const again = await until(guide, ({ run }) => run.state === 'ended');
    expect(outcomeOf(again)).toBe('restartNeeded');
  });

  it('does not begin on an encrypted disk and says what stands in the way', async () => {
    const { guide } = await guideOf();
    const { run, moves, readiness } = await removeOn(guide, 'encrypted');
    expect({ run: run.state, start: moves.startRemoval, open: readiness.open }).toEqual({
      run: 'notBegun',
      start: { id: 'notReady' },
      open: expect.arrayContaining(['disk-encryption']),
    });
  });

  it('leaves the last word to the engine: what came up after the look stops it', async () => {
    const guide = new Guide({ machines: [changing()], technicianMode: false, language: 'en' });
    valueOf(await guide.move('scan'));
    await answerEverything(guide);
    valueOf(await guide.move('startRemoval'));
    const { run } = await until(guide, (snapshot) => snapshot.run.state !== 'running');
    expect(run.state === 'stopped' && run.hazards.map(({ id }) => id)).toContain('disk-encryption');
  });

  it('forgets a wrong password and takes the right one afterwards', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('chooseMachine', 'practice-business'));
    valueOf(await guide.move('scan'));
    valueOf(await guide.move('setOwner', 'administrator'));
    valueOf(await guide.move('givePassword', { ref: 'kaspersky', password: 'not this' }));
    valueOf(await guide.move('startRemoval'));
    const wrong = await until(guide, ({ run }) => run.state === 'ended');
    valueOf(await guide.move('goTo', 'prepare'));
    valueOf(await guide.move('givePassword', { ref: 'kaspersky', password: 'practice' }));
    valueOf(await guide.move('givePassword', { ref: 'agent', password: 'practice' }));
    valueOf(await guide.move('resumeRemoval'));
    const right = await until(guide, ({ run }) => run.state === 'ended');
    expect({
      wrong: outcomeOf(wrong),
      given: wrong.passwordsGiven,
      right: outcomeOf(right),
    }).toEqual({ wrong: 'passwordWrong', given: [], right: 'restartNeeded' });
  });

  it('lets no password into a snapshot or into the folder of the run', async () => {
    const { guide, folder } = await guideOf();
    const seen: string[] = [];
    guide.onChange((snapshot) => seen.push(JSON.stringify(snapshot)));
    valueOf(await guide.move('chooseMachine', 'practice-business'));
    valueOf(await guide.move('scan'));
    valueOf(await guide.move('setOwner', 'administrator'));
    valueOf(
      await guide.move('givePassword', { ref: 'kaspersky', password: 'a-Secret-nobody-else-uses' }),
    );
    valueOf(await guide.move('startRemoval'));
    await until(guide, ({ run }) => run.state === 'ended');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    const all = [...seen, ...files];
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((text) => text.includes('a-Secret-nobody-else-uses'))).toEqual([]);
  });

  it('ends early when a person cancels, and says so', async () => {
    const { guide } = await guideOf(undefined, false);
    valueOf(await guide.move('chooseMachine', 'practice-home'));
    valueOf(await guide.move('scan'));
    valueOf(await guide.move('startRemoval'));
    await until(
      guide,
      ({ run }) => run.state === 'running' && run.steps.some(({ fraction }) => fraction !== null),
    );
    const asked = valueOf(await guide.move('cancelRemoval'));
    const { run } = await until(guide, (snapshot) => snapshot.run.state === 'ended');
    expect({
      cancelling: asked.run.state === 'running' && asked.run.cancelling,
      outcome: run.state === 'ended' && run.record.outcome,
    }).toEqual({ cancelling: true, outcome: 'cancelled' });
  });

  it('begins one removal, however often the button is pressed', async () => {
    const { guide, folder } = await guideOf();
    valueOf(await guide.move('scan'));
    await answerEverything(guide);
    const replies = await Promise.all([guide.move('startRemoval'), guide.move('startRemoval')]);
    await until(guide, ({ run }) => run.state !== 'running');
    expect({
      replies: replies.map(({ ok }) => ok),
      runs: readdirSync(join(folder, 'practice', 'family-pc', 'runs')).length,
    }).toEqual({ replies: [true, false], runs: 1 });
  });

  it('shows after a new start that a restart is waited for, and goes on from there', async () => {
    const { guide, folder } = await guideOf();
    await removeOn(guide, 'home');
    const { guide: later } = await guideOf(folder);
    const { page, machineId, run } = later.snapshot;
    valueOf(await later.move('restartPractice'));
    valueOf(await later.move('resumeRemoval'));
    const last = await until(later, (snapshot) => snapshot.run.state !== 'running');
    expect({ page, machineId, state: run.state, last: outcomeOf(last) }).toEqual({
      page: 'restart',
      machineId: 'practice-home',
      state: 'ended',
      last: 'cleanAndProtected',
    });
  });

  it('puts a practice computer back when it is chosen again', async () => {
    const { guide } = await guideOf();
    await removeOn(guide, 'home');
    valueOf(await guide.move('chooseMachine', 'practice-home'));
    const { run, chosen } = valueOf(await guide.move('scan'));
    expect({ run, chosen: chosen.length }).toEqual({ run: { state: 'notBegun' }, chosen: 1 });
  });

  it('looks at an imported inventory and removes nothing from it', async () => {
    const { guide } = await guideOf();
    const { inventory } = practiceComputers[1]!;
    const { scan, practice, machines } = valueOf(
      await guide.move('importInventory', { inventory: inventory, file: 'pc.json' }),
    );
    const start = await guide.move('startRemoval');
    expect({
      scan: scan.state,
      practice,
      last: machines.at(-1),
      start: start.ok,
    }).toMatchObject({
      scan: 'done',
      practice: false,
      last: { kind: 'imported', title: 'MARTA-LAPTOP' },
      start: false,
    });
  });

  it('writes the report of a run in the language of the window', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('setLanguage', 'de'));
    await removeOn(guide, 'half-removed');
    const html = readFileSync(join(guide.caseInHand().runPath ?? '', 'report.html'), 'utf8');
    expect(html).toContain('<html lang="de">');
  });

  it('begins another case after a removal is over, with nothing taken as done', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('chooseMachine', 'practice-home'));
    valueOf(await guide.move('scan'));
    await chooseAll(guide);
    await answerEverything(guide);
    valueOf(await guide.move('startRemoval'));
    await until(guide, ({ run }) => run.state !== 'running');
    valueOf(await guide.move('restartPractice'));
    valueOf(await guide.move('resumeRemoval'));
    const over = await until(guide, ({ run }) => run.state !== 'running');
    const again = valueOf(await guide.move('check'));
    const open = again.pages.flatMap(({ page, closed }) => (closed === null ? [page] : []));
    expect([over.acknowledged.length > 0, again.acknowledged, again.run, open]).toEqual([
      true,
      [],
      { state: 'notBegun' },
      ['welcome', 'check', 'prepare', 'protection', 'remove'],
    ]);
  });

  it('cleans up what is left unless a person says otherwise, and mends what hurts either way', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('chooseMachine', 'practice-half-removed'));
    const abouts = ({ plan }: GuideSnapshot) =>
      new Set(plan?.steps.map(({ about: { kind } }) => kind));
    const usual = valueOf(await guide.move('scan'));
    const left = valueOf(await guide.move('setCleanRemains', false));
    const again = valueOf(await guide.move('scan'));
    expect([abouts(usual), abouts(left), abouts(again), again.plan?.choice.onlyDangerous]).toEqual([
      new Set(['danger', 'remains']),
      new Set(['danger']),
      new Set(['danger']),
      true,
    ]);
  });

  it('has Windows restart and go on by itself when a person says so, and says so on the page of the restart', async () => {
    const { guide } = await guideOf();
    await removeOn(guide, 'home');
    valueOf(await guide.move('restartNow'));
    const over = await until(guide, ({ run }) => run.state !== 'running');
    expect([over.page, outcomeOf(over), over.moves.restartNow]).toEqual([
      'restart',
      'restartStarted',
      { id: 'restartUnderWay' },
    ]);
    const ends = ['registerContinuation', 'restartComputer'].map((kind) => endsOf(over, kind));
    expect(ends).toEqual([['done'], ['done']]);
    valueOf(await guide.move('restartPractice'));
    valueOf(await guide.move('resumeRemoval'));
    const after = await until(guide, ({ run }) => run.state !== 'running');
    expect([after.page, after.run.state === 'ended' && after.run.restartNeeded]).toEqual([
      'remove',
      false,
    ]);
  });

  it.each([
    [
      'registers that it goes on, and takes that away at its end',
      [] as string[],
      ['done'],
      ['done'],
    ],
    ['registers nothing where it may not go on', ['resume'], [], []],
    ['registers nothing where that is forbidden', ['--continue-after-restart'], [], []],
  ])('whoever restarts later, a removal %s', async (_name, forbids, before, after) => {
    const { guide } = await guideOf(undefined, true, forbids);
    const waits = await removeOn(guide, 'home');
    expect([outcomeOf(waits), endsOf(waits, 'registerContinuation')]).toEqual([
      'restartNeeded',
      before,
    ]);
    valueOf(await guide.move('restartPractice'));
    if (forbids.includes('resume')) return;
    valueOf(await guide.move('resumeRemoval'));
    const over = await until(guide, ({ run }) => run.state !== 'running');
    expect([outcomeOf(over), endsOf(over, 'unregisterContinuation')]).toEqual([
      'cleanAndProtected',
      after,
    ]);
  });

  it('writes what a technician noted into the report', async () => {
    const { guide } = await guideOf();
    const technician = { ticket: 'T-17', technician: 'Jo', customer: '' };
    valueOf(await guide.move('setTechnicianFields', technician));
    await removeOn(guide, 'half-removed');
    const { record, runPath } = guide.caseInHand();
    const html = readFileSync(join(runPath ?? '', 'report.html'), 'utf8');
    expect({ noted: record?.technician, inReport: html.includes('Ticket: T-17') }).toEqual({
      noted: technician,
      inReport: true,
    });
  });
});

/** A computer whose disk is encrypted between the first look and the next. */
function changing(): GuideMachine {
  const [business, encrypted] = ['business', 'encrypted'].map(
    (id) => practiceComputers.find((computer) => computer.id === id)!.inventory,
  );
  const seen = [business!, encrypted!];
  const machine = new InventoryMachine('changing', business!);
  machine.inventory = async () => await Promise.resolve(seen.shift() ?? encrypted!);
  return {
    choice: {
      id: 'changing',
      kind: 'thisComputer',
      title: '',
      description: '',
      unavailable: null,
      readOnly: null,
    },
    open: async () => await Promise.resolve(machine),
    runs: null,
    writable: async () => await Promise.resolve({ ok: true, value: runsIn(temporaryFolder()) }),
    restartedAt: null,
  };
}
