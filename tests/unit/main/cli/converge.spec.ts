import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { exitCodes, type ExitCodeName } from '../../../../src/shared/domain/run/exit-codes.ts';
import type { RunOutcome } from '../../../../src/shared/domain/run/run-outcomes.ts';
import type { State } from '../../../../src/shared/domain/state/state.ts';
import type { Verdict } from '../../../../src/shared/domain/state/verdicts.ts';
import { FakeTerminal } from '../../../support/fake-terminal.ts';

const accepted =
  'password,password-vault,data-vault,backup-archives,vpn-kill-switch,safe-kids-credentials,no-replacement,bitlocker-key,network-filter,input-filters,pending-restart,missing-installer-package,protected-service';

/** What a document of a command says, as far as it is asked here. */
interface Told {
  readonly changed: boolean;
  readonly reboot_required: boolean;
  readonly outcome: RunOutcome;
  readonly record: { readonly runId: string; readonly state: State; readonly steps: unknown[] };
}

/** A practice computer on which commands follow each other as a fleet gives them. */
function fleetOf(computer: string) {
  const data = mkdtempSync(join(tmpdir(), 'cutover-converge-'));
  const password = join(data, 'password.txt');
  writeFileSync(password, 'practice\n');
  const passwords = ['kaspersky', 'agent'].flatMap((ref) => [
    '--password-file',
    `${ref}=${password}`,
  ]);
  const run = async (...args: readonly string[]) => {
    const terminal = new FakeTerminal();
    const practice = ['--practice', computer, '--fast', '--data-folder', data];
    const code = await runCli([...args, ...practice], terminal);
    const exit = Object.entries(exitCodes).find(([, { posix }]) => posix === code)?.[0];
    return { exit: exit as ExitCodeName, text: terminal.text };
  };
  const json = async (...args: readonly string[]) => {
    const { exit, text } = await run(...args, '--json');
    return { exit, told: JSON.parse(text) as Told };
  };
  const removal = ['--unattended', '--all', '--managed-by-us', '--acknowledge', accepted];
  const fast = [...passwords, '--protection-wait', '0'];
  return {
    data,
    run,
    remove: async (...more: readonly string[]) =>
      await json('remove', ...removal, '--enable-defender', ...fast, ...more),
    resume: async () => await json('resume', '--unattended', ...fast),
    actions: () =>
      readdirSync(join(data, 'practice', computer, 'runs')).flatMap((run_) =>
        readFileSync(join(data, 'practice', computer, 'runs', run_, 'journal.jsonl'), 'utf8')
          .split('\n')
          .filter((line) => line.includes('"kind":"stepStarted"')),
      ),
  };
}

/** The end of a removal on each practice computer that can succeed; the danger of some holds them back until it is cleaned. */
const ends = [
  ['home', 'success', 'clean'],
  ['family-pc', 'success', 'clean'],
  ['business', 'success', 'clean'],
  ['half-removed', 'success', 'clean'],
  ['clean', 'success', 'clean'],
  ['ultraav', 'success', 'clean'],
  ['defender-off', 'success', 'clean'],
] as const satisfies readonly (readonly [string, ExitCodeName, Verdict])[];

describe('a removal that is asked for again and again', () => {
  it.each(ends)(
    'on %s ends in %s after at most one restart, and changes nothing more',
    async (computer, exit, verdict) => {
      const fleet = fleetOf(computer);
      const first = await fleet.remove();
      const last = first.told.reboot_required ? await fleet.resume() : first;
      const again = await fleet.remove();
      expect({
        last: [last.exit, last.told.record.state.verdict],
        again: [again.exit, again.told.record.state.verdict],
        changed: again.told.changed,
        steps: again.told.record.steps,
      }).toEqual({ last: [exit, verdict], again: [exit, verdict], changed: false, steps: [] });
    },
  );

  it.each(['home', 'family-pc', 'business'])(
    'on %s goes on with the same run before the restart, and leaves Microsoft Defender alone',
    async (computer) => {
      const fleet = fleetOf(computer);
      const first = await fleet.remove();
      const before = fleet.actions();
      const again = await fleet.remove();
      const protection = await fleet.run(
        'protection',
        '--enable-defender',
        '--unattended',
        '--protection-wait',
        '0',
      );
      expect({
        exits: [first.exit, again.exit, protection.exit],
        restart: [first.told.reboot_required, again.told.reboot_required],
        sameRun: again.told.record.runId === first.told.record.runId,
        actions: fleet.actions(),
      }).toEqual({
        exits: ['restartNeeded', 'restartNeeded', 'restartNeeded'],
        restart: [true, true],
        sameRun: true,
        actions: before,
      });
    },
  );

  it('may be asked for as often as a fleet does, and still ends after the restart', async () => {
    const fleet = fleetOf('business');
    for (let count = 0; count < 12; count += 1)
      expect((await fleet.remove()).exit).toBe('restartNeeded');
    expect((await fleet.resume()).exit).toBe('success');
  });

  it('that wants something else is a run of its own, which waits for the same restart', async () => {
    const fleet = fleetOf('home');
    const first = await fleet.remove();
    const other = await fleet.run(
      'remove',
      '--only',
      'vpn',
      '--unattended',
      '--json',
      '--protection-wait',
      '0',
    );
    const { reboot_required: restart, record } = JSON.parse(other.text) as Told;
    expect([other.exit, restart, record.runId === first.told.record.runId]).toEqual([
      'restartNeeded',
      true,
      false,
    ]);
  });

  it('counts harmless remains only where it is told to', async () => {
    const usual = fleetOf('defender-off');
    const { told } = await usual.remove();
    expect(told.record.state.remains.length).toBeGreaterThan(0);
  });
});

describe('before the restart', () => {
  it.each([
    ['plain', 'restartNeeded', /^Restart needed: it finishes the removal of /],
    ['intune-app', undefined, /^$/],
    ['configmgr', 'success', /^$/],
    ['remediation', 'success', /^Restart needed: /],
    ['json', 'success', /"verdict": "restartNeeded"/],
  ] as const)('a check answers in the contract %s', async (contract, exit, text) => {
    const fleet = fleetOf('business');
    await fleet.remove();
    const answer = await fleet.run('check', '--contract', contract);
    expect(answer).toEqual({ exit, text: expect.stringMatching(text) });
  });

  it('scan and plan say the same as the run', async () => {
    const fleet = fleetOf('home');
    const { told } = await fleet.remove();
    const [scan, plan] = await Promise.all([
      fleet.run('scan', '--json'),
      fleet.run('plan', '--all', '--json'),
    ]);
    const stateIn = (text: string) => (JSON.parse(text) as { state: State }).state;
    expect({
      scan: stateIn(scan.text).verdict,
      plan: { ...stateIn(plan.text), protection: null },
    }).toEqual({
      scan: told.record.state.verdict,
      plan: { ...told.record.state, protection: null },
    });
  });
});
