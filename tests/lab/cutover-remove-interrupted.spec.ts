import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { journalOf, outcomes, ranOn, removeOn, runsOn } from './support/cutover-run.ts';
import { passwords } from './support/fixture-facts.ts';
import { no32Bit, noLab } from './support/lab-spec.ts';
import { effectOf, onlyOurs, prepared, type Prepared } from './support/prepared-machine.ts';

const kes = 'Kaspersky Endpoint Security for Windows';
const scan = 'Kaspersky Security Scan';
const passwordFile = ['--password-file', 'C:\\kes.txt'] as const;

/** What an undisturbed removal of this product leaves. */
describe.skipIf(noLab)('a run that is killed together with its worker', () => {
  let on: Prepared;
  beforeAll(async () => {
    on = await prepared({ products: ['kes'], files: { 'C:\\kes.txt': passwords.kes.password } });
  });
  afterAll(() => on?.machine.destroy());

  test('a dry run before it changes nothing but the folder of the runs', async () => {
    const ran = await removeOn(on.machine, ['--dry-run', ...passwordFile]);
    expect([ran.exitCode, ran.record.outcome, outcomes(ran)]).toEqual([
      0,
      'dryRun',
      [[kes, 'notRun', null]],
    ]);
    const effect = effectOf(on, await on.machine.snapshot());
    expect(effect).toEqual({ ...onlyOurs, remaining: effectOf(on, on.full).remaining });
  });

  test('resumed, it comes to the same end as one that nobody disturbed', async () => {
    const running = await on.machine.startCutover(['remove', '--unattended', ...passwordFile]);
    await running.printed('Step 1 of 1');
    await running.kill('tree');
    const [, run = ''] = await runsOn(on.machine);
    const interrupted = await journalOf(on.machine, `C:\\ProgramData\\Cutover\\runs\\${run}`);
    const ran = await ranOn(on.machine, ['resume', ...passwordFile]);
    expect([interrupted.at(-1), ran.record.runId, ran.record.starts]).toEqual([
      'stepStarted',
      run,
      2,
    ]);
    expect([
      ran.record.outcome,
      ran.exitCode,
      ran.record.steps.map(({ outcome }) => outcome),
    ]).toEqual(['cleanAndProtected', 0, ['removed', 'done']]);
    const effect = effectOf(on, await on.machine.snapshot());
    expect(effect).toEqual({ ...onlyOurs, remaining: [] });
  });
});

describe.skipIf(no32Bit)('a run that is killed while its uninstaller goes on by itself', () => {
  test('resumed, it sees that the product is gone and says so', async () => {
    const on = await prepared({ products: ['utility'] });
    onTestFinished(() => on.machine.destroy());
    const running = await on.machine.startCutover(['remove', '--unattended']);
    await running.printed('Step 1 of 1');
    await running.kill();
    const ran = await ranOn(on.machine, ['resume']);
    expect([ran.record.outcome, ran.exitCode, ran.record.starts]).toEqual([
      'cleanAndProtected',
      0,
      2,
    ]);
    expect(outcomes(ran).map(([name, outcome]) => [name, outcome])).toEqual([[scan, 'removed']]);
    // NSIS leaves the copy to the next restart.
    await on.machine.reboot();
    const effect = effectOf(on, await on.machine.snapshot());
    expect(effect).toEqual({ ...onlyOurs, remaining: [] });
  });
});
