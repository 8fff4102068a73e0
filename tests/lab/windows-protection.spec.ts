import { message } from '../../src/shared/domain/message.ts';
import { describe, expect, test } from 'vitest';
import { inventorySchema } from '../../src/shared/domain/inventory-schema.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { runScript } from './support/lab-scripts.ts';
import { newMachine, noLab } from './support/lab-spec.ts';

const root = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab';
const row = `${root}\\Wmi\\ROOT/SecurityCenter2\\AntiVirusProduct`;
const status = `${root}\\Wmi\\ROOT/Microsoft/Windows/Defender\\MSFT_MpComputerStatus`;
const clsid = '{2781761E-28E0-4109-99FE-B9D127C57AFE}';
const engine =
  'C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.24110.5-0\\MsMpEng.exe';

interface Answer {
  readonly inventory: unknown;
  readonly times: Readonly<Record<string, number>>;
  readonly total: number;
}

async function protectedMachine(): Promise<LabMachine> {
  const machine = await newMachine('wsc', 'wmi', 'defender');
  await machine.importReg(
    [
      'Windows Registry Editor Version 5.00\n',
      `[${root}\\SecurityCenter\\1]\n"Name"="Windows Defender"\n"Provider"=dword:4\n"State"=dword:0\n"Signature"=dword:1\n"Path"="%ProgramFiles%\\\\Windows Defender\\\\MsMpeng.exe"\n"Timestamp"="now"\n"Guid"="{D}"\n`,
      `[${row}\\1]\n"displayName"="Windows Defender"\n"productState"=dword:00061100\n`,
      `[${status}\\1]\n"AMRunningMode"="Normal"\n"AntivirusEnabled"=hex:01\n`,
      `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\AMSI\\Providers\\${clsid}]\n@="Defender"\n`,
      `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\CLSID\\${clsid}\\InprocServer32]\n@="C:\\\\gone\\\\MpOav.dll"\n`,
    ].join('\n'),
  );
  return machine;
}

describe.skipIf(noLab)('the facts about protection', () => {
  test('come together from all sources, and what is not asked for says so', async () => {
    const answer = (await runScript(await protectedMachine(), 'read-protection')) as Answer;
    const inventory = inventorySchema.parse(answer.inventory);
    expect({
      center: inventory.securityProducts.items.map(({ name, state }) => [name, state]),
      wmi: inventory.wmiSecurityProducts.items.map(({ productState }) => productState),
      status: inventory.defenderStatus.items,
      amsi: inventory.amsiProviders.items,
      engine: inventory.files.items.find(({ path }) => path === engine)?.signature,
      programs: inventory.programs,
    }).toEqual({
      center: [['Windows Defender', 'on']],
      wmi: [0x61100],
      status: [
        { name: 'AMRunningMode', data: 'Normal' },
        { name: 'AntivirusEnabled', data: true },
      ],
      amsi: [
        {
          clsid,
          name: 'Defender',
          library: 'C:\\gone\\MpOav.dll',
          libraryExists: false,
          library32: null,
        },
      ],
      engine: expect.objectContaining({
        status: 'valid',
        organization: 'Innocent Software GmbH',
      }),
      programs: {
        state: 'unreadable',
        items: [],
        gaps: [
          {
            subject: 'programs',
            reason: 'notCollected',
            detail: message('gap.notNeeded'),
            needsAdministrator: false,
          },
        ],
      },
    });
  });

  test('do not wait for a source that hangs longer than its own limit', async () => {
    const machine = await protectedMachine();
    await machine.importReg(
      `Windows Registry Editor Version 5.00\n\n[${root}\\SecurityCenter]\n"HangMs"=dword:00015f90\n\n[${row}]\n"HangNextMs"=dword:00015f90\n\n[${status}]\n"HangNextMs"=dword:00015f90\n`,
    );
    const answer = (await runScript(machine, 'read-protection')) as Answer;
    const inventory = inventorySchema.parse(answer.inventory);
    const { securityProducts, wmiSecurityProducts, defenderStatus, services, files } = inventory;
    expect(
      [securityProducts, wmiSecurityProducts, defenderStatus].map(({ state, gaps }) => [
        state,
        gaps.map(({ reason }) => reason),
      ]),
    ).toEqual([
      ['unreadable', ['timedOut']],
      ['unreadable', ['timedOut']],
      ['unreadable', ['timedOut']],
    ]);
    expect([services.state, files.items.length > 0, answer.total < 80_000]).toEqual([
      'read',
      true,
      true,
    ]);
  });
});
