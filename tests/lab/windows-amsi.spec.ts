import { message } from '../../src/shared/domain/message.ts';
import { mkdir } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  liveCheckResultSchema,
  type LiveCheckResult,
} from '../../src/shared/domain/protection/live-check.ts';
import type { LiveCheckOrder } from './scripts/live-check.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { runScript } from './support/lab-scripts.ts';
import { newMachine, noLab, sharedMachine } from './support/lab-spec.ts';

const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab\\Amsi';

async function check(
  machine: LabMachine,
  order: Partial<LiveCheckOrder> = {},
): Promise<LiveCheckResult> {
  const wanted = { watchMs: 1_000, amsiLimitMs: 40_000, ...order };
  return liveCheckResultSchema.parse(await runScript(machine, 'live-check', wanted));
}

/** Sets how the scan interface answers, and nothing else of it. */
async function answering(machine: LabMachine, lines: string): Promise<LabMachine> {
  await machine.importReg(
    `Windows Registry Editor Version 5.00\n\n[-${key}]\n\n[${key}]\n${lines}\n`,
  );
  return machine;
}

/** Folders of the live check that are still there. */
function leftFolders(machine: LabMachine): string[] {
  return readdirSync(machine.toLinux('C:\\ProgramData\\Cutover\\live-check'));
}

describe.skipIf(noLab)('the AMSI sample', () => {
  const scanned = sharedMachine('amsi');

  test.each([
    ['detected', '"Result"=dword:8000\n"OtherResult"=dword:1', 0x8000, 1],
    ['notDetected', '"Result"=dword:1\n"OtherResult"=dword:0', 1, 0],
    ['couldNotTest', '"Result"=dword:4000\n"OtherResult"=dword:1', 0x4000, 1],
    ['couldNotTest', '"Result"=dword:8000\n"OtherResult"=dword:8000', 0x8000, 0x8000],
  ])('is %s with %s', async (outcome, lines, result, controlResult) => {
    const { amsi } = await check(await answering(scanned(), lines));
    expect(amsi).toMatchObject({ outcome, result, controlResult, failure: null });
  });

  test.each([
    ['AmsiInitialize', 'FailInitialize'],
    ['AmsiOpenSession', 'FailSession'],
    ['AmsiScanBuffer', 'FailScan'],
  ])('could not be tested when %s fails', async (call, failure) => {
    const { amsi } = await check(await answering(scanned(), `"${failure}"=dword:80070015`));
    expect(amsi).toMatchObject({
      outcome: 'couldNotTest',
      result: null,
      failure: { call, code: 0x80070015 },
    });
  });

  test.each([
    ['a scanner that hangs', '"HangMs"=dword:15f90'],
    ['a scanner that breaks down', '"Crash"=dword:1'],
  ])('could not be tested with %s, which costs Cutover nothing', async (_what, lines) => {
    const machine = await answering(scanned(), lines);
    const { amsi, eicar } = await check(machine, { amsiLimitMs: 10_000 });
    expect([amsi.outcome, amsi.result, eicar.outcome]).toEqual([
      'couldNotTest',
      null,
      'notDetected',
    ]);
  });
});

describe.skipIf(noLab)('the EICAR file', () => {
  test('is not detected where nobody looks, and nothing is left behind', async () => {
    const machine = await newMachine();
    const { eicar } = await check(machine);
    expect([eicar, leftFolders(machine)]).toEqual([
      {
        outcome: 'notDetected',
        reaction: 'none',
        errorCode: null,
        looks: expect.any(Number),
        file: expect.stringMatching(/\\cutover-live-check-\d+-\w{6}\\cutover-test-file\.com$/),
        durationMs: expect.any(Number),
        cleanedUp: true,
        detail: message('liveCheck.eicar.none'),
      },
      [],
    ]);
    expect(eicar.looks).toBeGreaterThan(2);
  });

  test.each([
    ['delete', { outcome: 'detected', reaction: 'removed', errorCode: 2 }],
    ['alter', { outcome: 'detected', reaction: 'altered', errorCode: null }],
    ['all', { outcome: 'couldNotTest', reaction: null }],
  ])('beside a guard that does "%s"', async (what, expected) => {
    const machine = await newMachine('guard');
    const guard = await machine.start('C:\\lab\\guard.exe', [what]);
    onTestFinished(async () => void (await guard.kill()));
    const { eicar } = await check(machine, { watchMs: 10_000 });
    expect([eicar, leftFolders(machine)]).toMatchObject([{ ...expected, cleanedUp: true }, []]);
  });

  test('of a live check that was killed is cleaned up by the next one', async () => {
    const machine = await newMachine();
    const { eicar } = await check(machine);
    const folder = eicar.file.slice(0, eicar.file.lastIndexOf('\\'));
    const orphan = folder.replace(/check-\d+-/, 'check-4194300-');
    await mkdir(machine.toLinux(orphan), { recursive: true });
    await machine.writeFile(`${orphan}\\cutover-test-file.com`, 'left');
    await check(machine);
    expect(machine.exists(orphan)).toBe(false);
  });
});
