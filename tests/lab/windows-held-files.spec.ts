import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LabMachine } from './support/lab-machine.ts';
import { placedScript, runScript } from './support/lab-scripts.ts';
import { noLab } from './support/lab-spec.ts';
import type { RunningProgram } from './support/running-program.ts';

/** Reading and writing are shared, deleting and renaming are not. */
const asScanner = '3';
/** Nothing is shared. */
const alone = '0';

describe.skipIf(noLab)('a file that another program holds', () => {
  let machine: LabMachine;
  beforeAll(async () => {
    machine = await LabMachine.create();
  });
  afterAll(async () => await machine?.destroy());

  async function held(path: string, holdMs: number, share: string): Promise<RunningProgram> {
    const script = await placedScript(machine, 'hold-file');
    const holder = await machine.start('C:\\lab\\node.exe', [script, path, String(holdMs), share], {
      cwd: 'C:\\cutover',
    });
    await holder.printed('held');
    return holder;
  }

  test('is replaced once it is let go', async () => {
    await machine.writeFile('C:\\run\\report.json', 'old');
    await held('C:\\run\\report.json', 4000, asScanner);
    const begun = performance.now();
    const replaced = await runScript(machine, 'replace-held', { replace: 'C:\\run\\report.json' });
    expect([replaced, machine.exists('C:\\run\\report.json.tmp')]).toEqual([
      { content: 'new' },
      false,
    ]);
    expect(performance.now() - begun).toBeGreaterThan(1000);
  });

  test('is written in its place when it is never let go', async () => {
    await machine.writeFile('C:\\run\\after.json', 'old and longer');
    const holder = await held('C:\\run\\after.json', 60_000, asScanner);
    const request = { replace: 'C:\\run\\after.json', limitMs: 300 };
    expect(await runScript(machine, 'replace-held', request)).toEqual({ content: 'new' });
    await holder.kill('tree');
  });

  test('is cleaned of secrets once it is let go, and not deleted', async () => {
    await machine.writeFile('C:\\run\\msi.log', 'PASSWORD=hunter2hunter2 end');
    await held('C:\\run\\msi.log', 4000, alone);
    const cleaned = await runScript(machine, 'replace-held', {
      log: 'C:\\run\\msi.log',
      secret: 'hunter2hunter2',
    });
    expect([cleaned, await machine.readFile('C:\\run\\msi.log')]).toEqual([
      { kept: true },
      `PASSWORD=${'*'.repeat(14)} end`,
    ]);
  });
});
