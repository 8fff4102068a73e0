import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GuideSnapshot, ProtectionChoice } from '../../../../../src/shared/contract/guide.ts';
import type { Guide } from '../../../../../src/main/desktop/guide/guide.ts';
import { practiceComputers } from '../../../../../src/main/machine/practice/practice-computers.ts';
import { PracticeMachine } from '../../../../../src/main/machine/practice/practice-machine.ts';
import { reactivateDefender } from '../../../../../src/main/session/reactivate-defender.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { answerEverything, chooseAll, guideOf, until, valueOf } from './guide-of.ts';
import { runsIn } from '../../../../support/runs-in.ts';

const consent: ProtectionChoice = { requireReplacement: false, reactivateDefender: true };
const onlyIfReplaced: ProtectionChoice = { requireReplacement: true, reactivateDefender: false };

/** Removes the antivirus of the computer on which Microsoft Defender was switched off. */
async function removeOnDefenderOff(guide: Guide, choice?: ProtectionChoice) {
  valueOf(await guide.move('chooseMachine', 'practice-defender-off'));
  const { plan } = valueOf(await guide.move('scan'));
  for (const { id, severity } of plan?.hazards ?? [])
    if (severity === 'todo') valueOf(await guide.move('acknowledge', { hazardId: id, done: true }));
  if (choice !== undefined) valueOf(await guide.move('setProtectionChoice', choice));
  await guide.move('startRemoval');
  return await until(guide, ({ run }) => run.state !== 'running');
}

const outcomeOf = ({ run }: GuideSnapshot) =>
  run.state === 'ended' || run.state === 'stopped' ? run.record.outcome : run.state;

const protects = ({ run }: GuideSnapshot) =>
  run.state === 'ended' ? run.record.protection?.verdict : null;

const idle = ({ recheck, liveCheck, reactivation }: GuideSnapshot) =>
  [recheck, liveCheck, reactivation.progress].every(({ state }) => state !== 'running');

describe('what a person wants about the protection', () => {
  it('is nothing until somebody says otherwise', async () => {
    const { guide } = await guideOf();
    const { protectionChoice } = valueOf(await guide.move('scan'));
    expect(protectionChoice).toEqual({ requireReplacement: false, reactivateDefender: false });
  });

  it('reaches the plan and survives going back and another look', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('scan'));
    valueOf(
      await guide.move('setProtectionChoice', {
        requireReplacement: true,
        reactivateDefender: true,
      }),
    );
    valueOf(await guide.move('goTo', 'check'));
    const { plan, protectionChoice } = valueOf(await guide.move('scan'));
    expect({ plan: plan?.choice, protectionChoice }).toMatchObject({
      plan: { requireReplacement: true, phases: ['remove', 'clean', 'reactivate'] },
      protectionChoice: { requireReplacement: true, reactivateDefender: true },
    });
  });

  it('is forgotten with the computer it was about', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('setProtectionChoice', consent));
    const { protectionChoice } = valueOf(await guide.move('chooseMachine', 'practice-home'));
    expect(protectionChoice.reactivateDefender).toBe(false);
  });

  it('keeps the removal from beginning where nothing will protect', async () => {
    const { guide } = await guideOf();
    const { run, readiness, moves } = await removeOnDefenderOff(guide, onlyIfReplaced);
    expect({ run: run.state, open: readiness.open, start: moves.startRemoval }).toEqual({
      run: 'notBegun',
      open: ['no-replacement'],
      start: { id: 'notReady' },
    });
  });

  it('brings Microsoft Defender back within the removal when it was allowed', async () => {
    const { guide } = await guideOf();
    const phases = new Set<string>();
    guide.onChange(({ run }) => run.state === 'running' && phases.add(run.phase));
    const end = await removeOnDefenderOff(guide, consent);
    expect({
      protects: protects(end),
      plan: end.reactivation.plan,
      phases: phases.has('reactivating') && phases.has('awaitingProtection'),
    }).toEqual({ protects: 'protected', plan: null, phases: true });
  });
});

describe('Microsoft Defender', () => {
  it('stays off without leave, and the guide says why and offers to bring it back', async () => {
    const { guide } = await guideOf();
    const end = await removeOnDefenderOff(guide);
    const causes = end.reactivation.plan?.causes.map(({ id }) => id) ?? [];
    expect({
      outcome: outcomeOf(end),
      causes: [...new Set(causes)].toSorted(),
      offers: (end.reactivation.plan?.steps.length ?? 0) > 0,
    }).toEqual({
      outcome: 'notProtected',
      causes: ['localSetting', 'serviceDisabled', 'signaturesOld'],
      offers: true,
    });
  });

  it('is brought back by the button, and the same run ends protected', async () => {
    const { guide } = await guideOf();
    const before = await removeOnDefenderOff(guide);
    const begun = new Set<string>();
    guide.onChange(({ reactivation: { progress } }) => {
      const steps = progress.state === 'running' ? progress.steps : [];
      for (const { step, status } of steps) if (status === 'running') begun.add(step.id);
    });
    valueOf(await guide.move('reactivateDefender'));
    const after = await until(guide, idle);
    const { record } = guide.caseInHand();
    expect({
      planned: before.reactivation.plan?.steps.map(({ id }) => id),
      views:
        after.reactivation.progress.state === 'done' && after.reactivation.progress.steps.length,
      plan: after.reactivation.plan,
      protects: protects(after),
      sameRun: record?.runId === (before.run.state === 'ended' ? before.run.record.runId : ''),
      results: record?.steps.filter(({ outcome }) => outcome === 'done').length,
      gapClosed: record?.protectionGap?.to !== null,
      summary: english.sentences(record?.summary ?? []),
    }).toEqual({
      planned: [...begun],
      views: begun.size,
      plan: null,
      protects: 'protected',
      sameRun: true,
      // Two repairs of the removal besides, and three remains.
      results: begun.size + 5,
      gapClosed: true,
      summary: expect.stringContaining('protects this computer'),
    });
  });

  it('is left alone where it needs nothing, and where a restart comes first', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('chooseMachine', 'practice-clean'));
    valueOf(await guide.move('scan'));
    expect(await guide.move('reactivateDefender')).toEqual({
      ok: false,
      problem: { id: 'nothingToReactivate' },
    });
  });
});

describe('another look at the protection', () => {
  it('sees what was switched on elsewhere, and keeps the removal', async () => {
    const { guide, folder } = await guideOf();
    const before = await removeOnDefenderOff(guide);
    await reactivateElsewhere(folder);
    const asked = valueOf(await guide.move('recheckProtection'));
    const after = await until(guide, idle);
    expect({
      asked: asked.recheck.state,
      before: protects(before),
      after: protects(after),
      recheck: after.recheck.state,
      findings: after.run.state === 'ended' && after.run.record.findingsBefore.length > 0,
    }).toEqual({
      asked: 'running',
      before: 'notProtecting',
      after: 'protected',
      recheck: 'done',
      findings: true,
    });
  });

  it('before the removal keeps what was chosen and answered', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('chooseMachine', 'practice-home'));
    valueOf(await guide.move('scan'));
    const { chosen } = await chooseAll(guide);
    valueOf(await guide.move('acknowledge', { hazardId: 'password-vault', done: true }));
    valueOf(await guide.move('recheckProtection'));
    const after = await until(guide, idle);
    expect({
      chosen: after.chosen,
      acknowledged: after.acknowledged,
      scan: after.scan.state,
    }).toEqual({ chosen, acknowledged: ['password-vault'], scan: 'done' });
  });

  it('needs a first look', async () => {
    const { guide } = await guideOf();
    expect(await guide.move('recheckProtection')).toEqual({
      ok: false,
      problem: { id: 'lookFirst' },
    });
  });
});

describe('the live check', () => {
  it('speaks for its moment: what was tried before the removal is not shown after it', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('chooseMachine', 'practice-defender-off'));
    valueOf(await guide.move('scan'));
    valueOf(await guide.move('checkLive'));
    const before = await until(guide, idle);
    const removed = await removeOnDefenderOff(guide);
    valueOf(await guide.move('checkLive'));
    const after = await until(guide, idle);
    expect([before, removed, after].map(amsiOf)).toEqual(['detected', 'notBegun', 'notDetected']);
  });

  it('goes on alone: nothing else begins until it has ended', async () => {
    const { guide } = await guideOf(undefined, false);
    valueOf(await guide.move('scan'));
    const first = valueOf(await guide.move('checkLive'));
    const replies = [
      await guide.move('startRemoval'),
      await guide.move('checkLive'),
      await guide.move('recheckProtection'),
      await guide.move('chooseMachine', 'practice-home'),
    ];
    const answer = await guide.move('setProtectionChoice', consent);
    await guide.settle();
    expect({
      first: first.liveCheck.state,
      problems: replies.map((reply) => (reply.ok ? null : reply.problem.id)),
      answer: answer.ok,
      ended: guide.snapshot.liveCheck.state,
    }).toEqual({
      first: 'running',
      problems: Array.from({ length: 4 }, () => 'protectionWorkUnderWay'),
      answer: true,
      ended: 'notBegun',
    });
  });
});

it('an imported inventory is only looked at', async () => {
  const { guide } = await guideOf();
  const { inventory } = practiceComputers[0]!;
  valueOf(await guide.move('importInventory', { inventory: inventory, file: 'pc.json' }));
  const replies = [
    await guide.move('setProtectionChoice', consent),
    await guide.move('checkLive'),
    await guide.move('reactivateDefender'),
    await guide.move('recheckProtection'),
  ];
  expect(replies).toEqual(replies.map(() => ({ ok: false, problem: { id: 'onlyToLookAt' } })));
});

it('nothing of this is possible while a removal runs', async () => {
  const { guide } = await guideOf(undefined, false);
  valueOf(await guide.move('scan'));
  await answerEverything(guide);
  valueOf(await guide.move('setProtectionChoice', consent));
  valueOf(await guide.move('startRemoval'));
  const replies = [
    await guide.move('setProtectionChoice', onlyIfReplaced),
    await guide.move('checkLive'),
    await guide.move('reactivateDefender'),
    await guide.move('recheckProtection'),
  ];
  valueOf(await guide.move('cancelRemoval'));
  const { protectionChoice } = await until(guide, ({ run }) => run.state !== 'running');
  expect({ replies, protectionChoice }).toEqual({
    replies: replies.map(() => ({ ok: false, problem: { id: 'removalUnderWay' } })),
    protectionChoice: consent,
  });
});

function amsiOf({ liveCheck }: GuideSnapshot): string {
  return liveCheck.state === 'done' ? liveCheck.result.amsi.outcome : liveCheck.state;
}

/** What a person does in Windows Security, or another program, while the guide waits. */
async function reactivateElsewhere(folder: string): Promise<void> {
  const computer = practiceComputers.find(({ id }) => id === 'defender-off');
  if (computer === undefined) throw new Error('There is no such practice computer.');
  const machine = await PracticeMachine.open({
    computer,
    folder: join(folder, 'practice', 'defender-off', 'machine'),
    speed: 0,
  });
  await reactivateDefender({
    machine,
    inventory: await machine.inventory(),
    dataFolder: runsIn(temporaryFolder()),
    words: english,
    signal: new AbortController().signal,
    onEvent: () => undefined,
  });
}
