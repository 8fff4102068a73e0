import { english } from '../../src/shared/words/english.ts';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { outcomes, refusedOn, removeOn, runsOn } from './support/cutover-run.ts';
import { no32Bit, serviceState } from './support/lab-spec.ts';
import {
  effectOf,
  onlyOurs,
  prepared,
  type Prepared,
  unnamed,
} from './support/prepared-machine.ts';

const scan = 'Kaspersky Security Scan';
const updater = 'Kaspersky Software Updater';
const classic = 'Kaspersky Anti-Virus';

/** Wine's tasklist writes UTF-16. */
async function isRunning({ machine }: Prepared, image: string): Promise<boolean> {
  const { stdout } = await machine.run('tasklist.exe');
  return stdout.replaceAll('\0', '').includes(image);
}

describe.skipIf(no32Bit)('removing with an uninstaller that hands over to a copy of itself', () => {
  test('it is awaited to its real end, needs no restart, and leaves nothing', async () => {
    const on = await prepared({ products: ['utility'] });
    onTestFinished(() => on.machine.destroy());
    const ran = await removeOn(on.machine);
    const step = ran.record.steps[0];
    expect([ran.exitCode, ran.record.outcome, outcomes(ran)]).toEqual([
      0,
      'cleanAndProtected',
      [[scan, 'removed', 0]],
    ]);
    // The copy sleeps so long before its first deletion; the uninstaller itself answers at once.
    expect(step?.durationMs).toBeGreaterThan(1500);
    // NSIS leaves the copy to the next restart.
    await on.machine.reboot();
    const effect = effectOf(on, await on.machine.snapshot());
    expect(effect).toEqual({ ...onlyOurs, remaining: [] });
  });
});

describe.skipIf(no32Bit)('removing with an uninstaller that says it is done and is not', () => {
  test('the product is reported as still there, and what is left of it is named', async () => {
    const on = await prepared({ products: ['liar'], staying: ['engine'] });
    onTestFinished(() => on.machine.destroy());
    const ran = await removeOn(on.machine);
    expect([ran.exitCode, ran.record.outcome, outcomes(ran)]).toEqual([
      2008,
      'stillPresent',
      [[classic, 'stillPresent', 0]],
    ]);
    expect(english.sentences(ran.record.steps[0]?.message ?? [])).toContain(
      'reported success. But the computer still has AVP20.0',
    );
    expect(await serviceState(on.machine, 'AVP20.0')).toBe('RUNNING');
    const effect = effectOf(on, await on.machine.snapshot());
    expect(effect).toMatchObject(onlyOurs);
    expect(effect.remaining).toContain('HKLM\\System\\ControlSet001\\Services\\AVP20.0');
    expect(unnamed(ran.record, effect.remaining)).toEqual([]);
  });
});

describe.skipIf(no32Bit)('removing with an uninstaller that never ends', () => {
  let on: Prepared;
  beforeAll(async () => {
    on = await prepared({ products: ['hanging'] });
  });
  afterAll(() => on?.machine.destroy());

  test('while it is under way, a second run and a resume are refused', async () => {
    const first = await on.machine.startCutover(['remove', '--unattended', '--time-limit', '10']);
    await first.printed('Step 1 of 1');
    const [second, resumed] = [
      await refusedOn(on.machine, ['remove', '--time-limit', '0.1']),
      await refusedOn(on.machine, ['resume']),
    ];
    await first.kill();
    await on.machine.stop();
    const [run = ''] = await runsOn(on.machine);
    const told = expect.stringContaining(`Another run of Cutover (${run}`);
    expect([second, resumed]).toEqual([
      { exitCode: 2003, message: told },
      { exitCode: 2003, message: told },
    ]);
  });

  test('it is given up after the time limit, with its child, and nothing was changed', async () => {
    const ran = await removeOn(on.machine, ['--time-limit', '0.1']);
    expect([ran.exitCode, ran.record.outcome, outcomes(ran)]).toEqual([
      2011,
      'timedOut',
      [[updater, 'timedOut', null]],
    ]);
    expect(english.sentences(ran.record.steps[0]?.message ?? [])).toContain(
      'did not end within 6 seconds. Cutover had to end uninstall.exe, uninstall.exe.',
    );
    expect(await isRunning(on, 'uninstall.exe')).toBe(false);
    const effect = effectOf(on, await on.machine.snapshot());
    expect(effect).toEqual({ ...onlyOurs, remaining: effectOf(on, on.full).remaining });
    expect(unnamed(ran.record, effect.remaining)).toEqual([]);
  });
});
