import { message } from '../../src/shared/domain/message.ts';
import { describe, expect, test } from 'vitest';
import { workerEventSchema } from '../../src/main/machine/windows/worker-client/protocol.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { programsSeen } from './support/processes-seen.ts';
import { newMachine, noLab } from './support/lab-spec.ts';

const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab\\PowerShell';

/** By a part of the question, as `fl` prints what PowerShell knows of a notebook. */
const answers: Readonly<Record<string, readonly string[]>> = {
  Win32_ComputerSystemProduct: [
    'Name              : Notebook 14',
    'Vendor            : Contoso',
    'Version           : 1',
    'IdentifyingNumber : PF3K9ZQ1',
    'UUID              : 4C4C4544-0042-4A10-8053-B7C04F4E3132',
  ],
  Win32_logicaldisk: [
    'Caption    : C:',
    'FileSystem : NTFS',
    'FreeSpace  : 227633266688',
    'Size       : 511101108224',
  ],
  Win32_Battery: [
    'BatteryStatus            : 2',
    'DesignCapacity           : 50000',
    'EstimatedChargeRemaining : 83',
    'DeviceID                 : B1',
  ],
};

/** A machine whose PowerShell answers, and hangs on to each answer for a while. */
async function machineWithPowerShell(hangMs = 0): Promise<LabMachine> {
  const machine = await newMachine();
  await machine.install('powershell');
  const values = Object.entries(answers).map(([question, lines]) => {
    const bytes = Buffer.from(`${lines.join('\r\n')}\0`, 'utf16le').toString('hex');
    return `"${question}"=hex(1):${bytes.match(/../g)?.join(',')}`;
  });
  await machine.importReg(
    `Windows Registry Editor Version 5.00\n\n[${key}]\n${values.join('\n')}\n"HangMs"=dword:${hangMs.toString(16)}\n`,
  );
  return machine;
}

async function summaryOf(machine: LabMachine, timeLimitMs: number) {
  const stdin = `${JSON.stringify({ timeLimitMs })}\n`;
  const { stdout } = await machine.cutover(['--worker', 'machine-summary'], { stdin });
  const events = stdout
    .trim()
    .split(/\r?\n/)
    .map((line) => workerEventSchema.parse(JSON.parse(line)));
  const parts = events.flatMap((event) => (event.kind === 'summaryParts' ? [event.parts] : []));
  const end = events.flatMap((event) => (event.kind === 'result' ? [event.ended] : []));
  return { ...Object.assign({}, ...parts), end: end.join() };
}

const noAnswer = { state: 'unreadable', reason: message('machineFacts.noPowerShell') };

describe.skipIf(noLab)("the summary of the machine's kind", () => {
  test('has what PowerShell answers, and neither serial numbers nor identifiers', async () => {
    expect(await summaryOf(await machineWithPowerShell(), 30_000)).toEqual({
      hardware: {
        state: 'read',
        facts: { manufacturer: 'Contoso', model: 'Notebook 14', virtual: false },
      },
      volumes: {
        state: 'read',
        facts: [{ mount: 'C:', sizeBytes: 511_101_108_224, freeBytes: 227_633_266_688 }],
      },
      battery: { state: 'read', facts: { percent: 83, charging: true, onMains: true } },
      end: 'exited',
    });
  });

  test('says so where PowerShell answers nothing', async () => {
    expect(await summaryOf(await newMachine(), 30_000)).toEqual({
      hardware: noAnswer,
      volumes: noAnswer,
      battery: noAnswer,
      end: 'exited',
    });
  });

  test('gives up a PowerShell that hangs, and leaves none behind', async () => {
    const machine = await machineWithPowerShell(90_000);
    const { value, programs } = await programsSeen(machine, () => summaryOf(machine, 3_000));
    const { stdout } = await machine.run('tasklist.exe');
    expect([value, programs, stdout.includes('powershell')]).toEqual([
      { end: 'timedOut' },
      ['node.exe', 'powershell.exe'],
      false,
    ]);
  });
});
