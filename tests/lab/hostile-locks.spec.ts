import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { removeOn } from './support/cutover-run.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { newMachine, no32Bit } from './support/lab-spec.ts';

async function uninstallers(machine: LabMachine): Promise<number> {
  const { stdout } = await machine.run('tasklist.exe');
  return (stdout.match(/uninstall\.exe/gi) ?? []).length;
}

async function untilTheyRun(machine: LabMachine): Promise<number> {
  for (let look = 0; look < 60 && (await uninstallers(machine)) === 0; look++) await sleep(500);
  // It starts a helper of its own.
  await sleep(2_000);
  return await uninstallers(machine);
}

describe.skipIf(no32Bit)('one run at a time on a machine', () => {
  test.each([
    ['only the program is ended', false],
    ['its worker is ended with it', true],
  ])(
    'counts an uninstaller that goes on: none is started beside it when %s',
    async (_what, withWorker) => {
      const machine = await newMachine('hanging');
      const first = await machine.startCutover(['remove', '--unattended', '--all']);
      const alone = await untilTheyRun(machine);
      await first.kill();
      if (withWorker) await machine.run('taskkill.exe', ['/f', '/im', 'node.exe']);
      const second = await machine.startCutover(['resume', '--unattended']);
      await second.printed('Step 1 of 1');
      // It would be there at once.
      await sleep(10_000);
      const both = await uninstallers(machine);
      await second.kill('tree');
      expect([alone > 0, both]).toEqual([true, alone]);
    },
    300_000,
  );

  test('is not held off by a pipe that anybody could make first', async () => {
    const machine = await newMachine();
    const answer = "JSON.stringify({ pid: 1, runId: '\\u001b[2Jeverything is clean' })";
    await machine.writeFile(
      'C:\\squat.js',
      `require('net').createServer((c) => c.end(${answer})).listen('\\\\\\\\.\\\\pipe\\\\cutover-run', () => console.log('ready'));`,
    );
    const squatter = await machine.start('C:\\lab\\node.exe', ['C:\\squat.js']);
    await squatter.printed('ready');
    const { record } = await removeOn(machine);
    await squatter.kill();
    expect(record.outcome).not.toBeNull();
  });
});
