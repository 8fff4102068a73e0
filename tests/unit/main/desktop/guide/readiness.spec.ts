import { describe, expect, it } from 'vitest';
import { readinessOf } from '../../../../../src/main/desktop/guide/readiness.ts';
import { practiceComputers } from '../../../../../src/main/machine/practice/practice-computers.ts';
import { aHazard, aPlan, aStep } from '../../../../support/snapshot-builder.ts';
import { engineRun } from './engine-run.ts';
import { answerEverything, chooseAll, guideOf, valueOf } from './guide-of.ts';

describe('the readiness', () => {
  const hazards = [aHazard('password', 'todo'), aHazard('password-vault', 'todo')];
  const { choice } = aPlan();

  it('counts what is left and names the passwords that may be asked for', () => {
    const steps = [aStep('av', ['kaspersky']), aStep('b', ['kaspersky'])];
    expect(readinessOf({ plan: aPlan({ hazards, steps }) })).toEqual({
      open: ['password', 'password-vault'],
      prepared: false,
      heldByChoice: false,
      ready: false,
      secrets: ['kaspersky'],
    });
  });

  it('is there when everything was ticked off', () => {
    const acknowledged = ['password', 'password-vault'];
    const plan = aPlan({ hazards, choice: { ...choice, acknowledged } });
    expect(readinessOf({ plan }).ready).toBe(true);
  });

  it('is never there while something forbids the removal, or before there is a plan', () => {
    const plan = aPlan({ hazards: [aHazard('disk-encryption', 'stop')] });
    expect([readinessOf({ plan }).ready, readinessOf({ plan: null }).ready]).toEqual([
      false,
      false,
    ]);
  });

  it('is held by the stop that a person makes themselves, and the preparation is not', () => {
    const plan = aPlan({ hazards: [aHazard('no-replacement', 'stop')] });
    expect(readinessOf({ plan })).toEqual({
      open: ['no-replacement'],
      prepared: true,
      heldByChoice: true,
      ready: false,
      secrets: [],
    });
  });
});

const answers = ['nothing', 'passwords', 'everything'] as const;

describe.each(practiceComputers.map(({ id }) => id))('on %s', (computer) => {
  it.each(answers)('the engine stops on what the window says is open (%s)', async (answered) => {
    const { guide } = await guideOf();
    valueOf(await guide.move('chooseMachine', `practice-${computer}`));
    const { plan } = valueOf(await guide.move('scan'));
    await chooseAll(guide);
    if (answered === 'everything') await answerEverything(guide);
    if (answered === 'passwords')
      for (const ref of ['kaspersky', 'agent'] as const)
        valueOf(await guide.move('givePassword', { ref, password: 'practice' }));
    const { readiness } = guide.snapshot;
    const { stops: stoppedOn } = await engineRun(computer, guide.snapshot);
    expect({ plan: plan !== null, ready: readiness.ready, open: readiness.open }).toEqual({
      plan: true,
      ready: stoppedOn.length === 0,
      open: stoppedOn,
    });
  });
});
