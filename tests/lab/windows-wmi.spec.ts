import { quoted } from '../../src/shared/domain/message.ts';
import { describe, expect, test } from 'vitest';
import type { Section } from '../../src/shared/domain/section.ts';
import type { WmiOrder } from './scripts/read-wmi.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { runScript } from './support/lab-scripts.ts';
import { newMachine, noLab, sharedMachine } from './support/lab-spec.ts';

const root = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab\\Wmi';
const center = `${root}\\ROOT/SecurityCenter2`;
const defender = `${root}\\ROOT/Microsoft/Windows/Defender`;
/** How long what hangs does so there (`15f90`), which is longer than a test may take. */
const hangMs = 90_000;
const encryption = `${root}\\ROOT/CIMV2/Security/MicrosoftVolumeEncryption`;

interface Answer {
  readonly section: Section<Readonly<Record<string, unknown>>>;
  readonly milliseconds: number;
}

async function ask(machine: LabMachine, order: WmiOrder): Promise<Answer> {
  return (await runScript(machine, 'read-wmi', order)) as Answer;
}

const everywhere = sharedMachine('wsc', 'wmi');

/** The machine, with these keys for its WMI and these lines of a `.reg` file in them, and no others. */
async function machineWith(keys: Readonly<Record<string, string>>): Promise<LabMachine> {
  const machine = everywhere();
  const text = Object.entries(keys).map(([key, lines]) => `[${key}]\n${lines}\n`);
  const cleared = '[-HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab]\n';
  await machine.importReg(`Windows Registry Editor Version 5.00\n\n${cleared}\n${text.join('\n')}`);
  return machine;
}

const row = (name: string, state: string) =>
  `"displayName"="${name}"\n"productState"=dword:${state}\n"instanceGuid"="{A}"\n` +
  `"pathToSignedProductExe"="windowsdefender://"\n"pathToSignedReportingExe"="C:\\\\a.exe"\n"timestamp"="Fri, 20 Nov 2026 08:12:44 GMT"`;

const threeClasses = {
  [`${center}\\AntiVirusProduct`]: '',
  [`${center}\\AntiSpywareProduct`]: '',
  [`${center}\\FirewallProduct`]: '',
};

const innocent = {
  provider: 'antivirus',
  displayName: 'Innocent Антивирус',
  productState: 0x41000,
  reportingPath: 'C:\\a.exe',
  productPath: 'windowsdefender://',
  guid: '{A}',
  timestamp: 'Fri, 20 Nov 2026 08:12:44 GMT',
};

describe.skipIf(noLab)('WMI as Wine has it', () => {
  test('answers a question about the system; a property that a class has not is left out', async () => {
    const { section } = await ask(await newMachine(), { what: 'operatingSystem' });
    const [system, ...processes] = section.items;
    expect({
      system,
      processes: processes.length > 1 && processes.every((one) => Number(one['ProcessId']) > 0),
      gaps: section.gaps,
    }).toEqual({
      system: {
        className: 'Win32_OperatingSystem',
        Caption: expect.stringContaining('Windows'),
        InstallDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        Primary: true,
      },
      processes: true,
      gaps: [],
    });
  });

  test('has no Security Center and no Defender: not supported, never an empty list', async () => {
    const machine = await newMachine();
    const { section } = (await ask(machine, { what: 'both' })) as unknown as {
      readonly section: readonly unknown[];
    };
    expect(section).toEqual(
      ['ROOT\\SecurityCenter2', 'ROOT\\Microsoft\\Windows\\Defender'].map((subject) => ({
        state: 'unreadable',
        items: [],
        gaps: [
          {
            subject,
            reason: 'notSupported',
            detail: quoted('WBEM_E_INVALID_NAMESPACE (0x8004100E)'),
            needsAdministrator: false,
          },
        ],
      })),
    );
  });
});

describe.skipIf(noLab)('the Security Center over WMI', () => {
  test('gives each row with its raw state as an unsigned number', async () => {
    const machine = await machineWith({
      ...threeClasses,
      [`${center}\\AntiVirusProduct\\1`]: row('Innocent Антивирус', '00041000'),
      [`${center}\\AntiVirusProduct\\2`]: row('Odd', 'fffff000'),
      [`${center}\\FirewallProduct\\1`]: '"displayName"="Wall"\n"productState"=dword:00011000',
    });
    const { section } = await ask(machine, { what: 'securityProducts' });
    expect(section).toEqual({
      state: 'read',
      items: [
        innocent,
        { ...innocent, displayName: 'Odd', productState: 0xfffff000 },
        {
          provider: 'firewall',
          displayName: 'Wall',
          productState: 0x11000,
          reportingPath: null,
          productPath: null,
          guid: null,
          timestamp: null,
        },
      ],
      gaps: [],
    });
  });

  test('leaves out a row whose state cannot be read, and says so', async () => {
    const failing = '"FailGet"=dword:80041001\n"FailGetName"="productState"';
    const machine = await machineWith({
      ...threeClasses,
      [`${center}\\AntiVirusProduct\\1`]: `${row('Silent', '00041000')}\n${failing}`,
      [`${center}\\AntiVirusProduct\\2`]: row('Innocent Антивирус', '00041000'),
    });
    const { section } = await ask(machine, { what: 'securityProducts' });
    expect([section.state, section.items, section.gaps.map(({ subject }) => subject)]).toEqual([
      'partial',
      [innocent],
      [
        'ROOT\\SecurityCenter2: AntiVirusProduct, productState',
        'ROOT\\SecurityCenter2: AntiVirusProduct, Silent',
      ],
    ]);
  });

  test('is partial when one class fails in the middle, and keeps what came before', async () => {
    const machine = await machineWith({
      ...threeClasses,
      [`${center}\\AntiVirusProduct`]: '"FailNext"=dword:80041013',
      [`${center}\\AntiVirusProduct\\1`]: row('Innocent Антивирус', '00041000'),
    });
    const { section } = await ask(machine, { what: 'securityProducts' });
    expect([section.state, section.items, section.gaps.map(({ detail }) => detail)]).toEqual([
      'partial',
      [innocent],
      [quoted('WBEM_E_PROVIDER_LOAD_FAILURE (0x80041013)')],
    ]);
  });

  test.each([
    ['FailConnect', center, '80041003', 'accessDenied'],
    ['FailQuery', `${center}\\AntiVirusProduct`, '800706ba', 'failed'],
    ['FailNext', `${center}\\AntiVirusProduct`, '80041069', 'timedOut'],
  ])('is unreadable after %s and names the failure', async (failure, key, code, reason) => {
    const machine = await machineWith({
      [`${center}\\AntiVirusProduct`]: '',
      [key]: `"${failure}"=dword:${code}`,
    });
    const { section } = await ask(machine, { what: 'securityProducts' });
    expect([section.state, section.items, section.gaps[0]?.reason]).toEqual([
      'unreadable',
      [],
      reason,
    ]);
    expect(JSON.stringify(section.gaps[0]?.detail).toUpperCase()).toContain(code.toUpperCase());
  });

  test.each([
    ['a provider that never has anything', `${center}\\AntiVirusProduct`, '"HangNext"=dword:1'],
    ['a call that does not return', `${center}\\AntiVirusProduct`, '"HangNextMs"=dword:15f90'],
    ['a connection that is never made', center, '"HangConnectMs"=dword:15f90'],
  ])('does not hold up the program with %s', async (_what, key, line) => {
    const machine = await machineWith({ [`${center}\\AntiVirusProduct`]: '', [key]: line });
    const { section, milliseconds } = await ask(machine, {
      what: 'securityProducts',
      limitMs: 1_000,
    });
    expect(section).toMatchObject({ state: 'unreadable', items: [] });
    expect(section.gaps.map(({ reason }) => reason)).toContain('timedOut');
    expect(milliseconds).toBeLessThan(hangMs);
  });
});

describe.skipIf(noLab)('the status of Microsoft Defender', () => {
  const status = [
    '"AMRunningMode"="Passive Mode"',
    '"AntivirusEnabled"=hex:01',
    '"RealTimeProtectionEnabled"=hex:00',
    '"AntivirusSignatureAge"=dword:ffffffff',
    '"AntivirusSignatureLastUpdated"=hex(2):' + expandString('20261120081244.000000+060'),
    '"IsTamperProtected"=hex(0):',
    '"SmartAppControlState"=hex(7):41,00,00,00,00,00',
  ].join('\n');

  test('has the properties that exist, numbers unsigned and dates in UTC', async () => {
    const machine = await machineWith({ [`${defender}\\MSFT_MpComputerStatus\\1`]: status });
    const { section } = await ask(machine, { what: 'defenderStatus' });
    expect(section).toEqual({
      state: 'partial',
      items: [
        { name: 'AMRunningMode', data: 'Passive Mode' },
        { name: 'AntivirusEnabled', data: true },
        { name: 'RealTimeProtectionEnabled', data: false },
        { name: 'IsTamperProtected', data: null },
        { name: 'AntivirusSignatureAge', data: 4_294_967_295 },
        { name: 'AntivirusSignatureLastUpdated', data: '2026-11-20T07:12:44.000Z' },
      ],
      gaps: [
        {
          subject:
            'ROOT\\Microsoft\\Windows\\Defender: MSFT_MpComputerStatus, SmartAppControlState',
          reason: 'failed',
          detail: quoted('WBEM_E_TYPE_MISMATCH (0x80041005)'),
          needsAdministrator: false,
        },
      ],
    });
  });

  test('is asked beside a Security Center that hangs', async () => {
    const machine = await machineWith({
      [`${center}\\AntiVirusProduct`]: '"HangNextMs"=dword:15f90',
      [`${defender}\\MSFT_MpComputerStatus\\1`]: '"AMRunningMode"="Normal"',
    });
    const { section } = (await ask(machine, { what: 'both', limitMs: 2_000 })) as unknown as {
      readonly section: readonly Section<unknown>[];
    };
    expect(section.map(({ state }) => state)).toEqual(['unreadable', 'read']);
  });
});

describe.skipIf(noLab)('BitLocker over WMI', () => {
  const volumes = `${encryption}\\Win32_EncryptableVolume`;
  const volume = (letter: string, protection: number, conversion: number) =>
    [
      `"DriveLetter"="${letter}"`,
      `"DeviceID"="\\\\\\\\?\\\\Volume{${letter.charCodeAt(0)}}\\\\"`,
      `"ProtectionStatus"=dword:${protection}`,
      `"ConversionStatus"=dword:${conversion}`,
    ].join('\n');
  const told = ({ section }: Answer) => [
    section.items.map(({ subject, state }) => `${String(subject)} ${String(state)}`),
    section.gaps.map(({ reason }) => reason),
  ];

  test('tells each volume, protected, suspended or not encrypted', async () => {
    const machine = await machineWith({
      [volumes]: '',
      [`${volumes}\\1`]: volume('C:', 1, 1),
      [`${volumes}\\2`]: volume('D:', 0, 1),
      [`${volumes}\\3`]: volume('E:', 0, 0),
      [`${volumes}\\4`]: volume('F:', 2, 0),
      [`${volumes}\\5`]: volume('G:', 0, 0).replace(/"DriveLetter".*/, '"DriveLetter"=hex(0):'),
    });
    expect(told(await ask(machine, { what: 'bitLocker' }))).toEqual([
      ['C: on', 'D: on', 'E: off', 'F: unknown', '\\\\?\\Volume{71}\\ off'],
      [],
    ]);
  });

  test('is not off where Windows says nothing of the system drive', async () => {
    const machine = await machineWith({ [volumes]: '', [`${volumes}\\1`]: volume('D:', 0, 0) });
    expect(told(await ask(machine, { what: 'bitLocker' }))).toEqual([['D: off', 'C: unknown'], []]);
  });

  test('is off where Windows has neither the namespace nor the service, as a server without the feature', async () => {
    const machine = await machineWith({});
    const answer = await ask(machine, { what: 'bitLocker', limitMs: 1_000 });
    expect(told(answer)).toEqual([['BitLocker off'], []]);
  });

  test.each<[string, string | null, string, string]>([
    ['has no such namespace', null, '', 'notSupported'],
    ['has no such class', `${encryption}\\Win32_Other`, '', 'notSupported'],
    ['denies the namespace', encryption, '"FailConnect"=dword:80041003', 'accessDenied'],
    ['refuses the question', volumes, '"FailQuery"=dword:80041001', 'failed'],
    ['fails to load what knows it', volumes, '"FailNext"=dword:80041013', 'failed'],
    ['never has an answer', volumes, '"HangNext"=dword:1', 'timedOut'],
    ['hangs in the call', volumes, '"HangNextMs"=dword:15f90', 'timedOut'],
    ['hangs while connecting', encryption, '"HangConnectMs"=dword:15f90', 'timedOut'],
  ])('is unknown, never off, where Windows %s', async (_what, key, line, reason) => {
    const machine = await machineWith(
      key === null
        ? {}
        : { [encryption]: '', ...(key.endsWith('Other') ? {} : { [volumes]: '' }), [key]: line },
    );
    // Windows has the service of BitLocker wherever it has BitLocker.
    await machine.run('sc.exe', [
      'create',
      'BDESVC',
      'binPath=',
      'C:\\Windows\\System32\\svchost.exe',
    ]);
    const answer = await ask(machine, { what: 'bitLocker', limitMs: 1_000 });
    expect(told(answer)).toEqual([['BitLocker unknown'], expect.arrayContaining([reason])]);
    expect(answer.milliseconds).toBeLessThan(hangMs);
  });

  test('keeps what came before a failure, and knows nothing of the rest', async () => {
    const machine = await machineWith({
      [volumes]: '"FailNext"=dword:80041001',
      [`${volumes}\\1`]: volume('C:', 0, 0),
    });
    expect(told(await ask(machine, { what: 'bitLocker' }))).toEqual([
      ['C: off', 'BitLocker unknown'],
      ['failed'],
    ]);
  });

  test('is unknown for a volume whose status cannot be read', async () => {
    const machine = await machineWith({
      [volumes]: '',
      [`${volumes}\\1`]: `${volume('C:', 0, 0)}\n"FailGet"=dword:80041001\n"FailGetName"="ProtectionStatus"`,
    });
    expect(told(await ask(machine, { what: 'bitLocker' }))).toEqual([
      ['C: unknown', 'BitLocker unknown'],
      ['failed'],
    ]);
  });

  test('leaves threads to file functions and to what answers when everything hangs, twice', async () => {
    const hangs = '"HangNextMs"=dword:15f90';
    const machine = await machineWith({
      [`${center}\\AntiVirusProduct`]: hangs,
      [`${defender}\\MSFT_MpComputerStatus`]: hangs,
      [volumes]: hangs,
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab\\SecurityCenter': '"HangMs"=dword:15f90',
    });
    const answer = await ask(machine, { what: 'all', limitMs: 1_000 });
    const { rounds, files, answered } = answer.section as unknown as {
      readonly rounds: readonly (readonly {
        readonly gaps: readonly { readonly reason: string }[];
      }[])[];
      readonly files: number;
      readonly answered: boolean;
    };
    expect([
      rounds.map((round) => round.map(({ gaps }) => gaps.at(-1)?.reason)),
      files > 0,
      answered,
      answer.milliseconds < hangMs,
    ]).toEqual([Array(2).fill(Array(4).fill('timedOut')), true, true, true]);
  });
});

describe.skipIf(noLab)('a rule of the firewall', () => {
  const namespace = `${root}\\ROOT/StandardCimv2`;
  const rules = `${namespace}\\MSFT_NetFirewallRule`;
  const values =
    'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules';
  const known = Object.fromEntries(
    ['{A}', '{B}'].map((id) => [
      `${rules}\\${id}`,
      `"InstanceID"="${id}"\n"__RELPATH"="MSFT_NetFirewallRule.InstanceID=\\"${id}\\""`,
    ]),
  );
  /** What deleting it came to, and which of the two rules are left. */
  const deleted = async (id: string, keys: Readonly<Record<string, string>>) => {
    const machine = await machineWith({ [values]: '"{A}"="Name=x|"\n"{B}"="Name=x|"', ...keys });
    const code = await runScript(machine, 'delete-rule', { id });
    const { stdout } = await machine.run('reg.exe', ['query', values]);
    return [code, ['{A}', '{B}'].filter((each) => stdout.includes(each))];
  };

  test('goes by the identifier that it says it has, and no other goes; what fails is told', async () => {
    expect([
      await deleted('{A}', known),
      await deleted('{C}', known),
      await deleted("{A}' OR InstanceID='{B}", known),
      await deleted('{A}', { ...known, [namespace]: '"FailDelete"=dword:80041003' }),
      await deleted('{A}', { ...known, [rules]: '"FailQuery"=dword:80041001' }),
      await deleted('{A}', {}),
    ]).toEqual([
      [0, ['{B}']],
      [0, ['{A}', '{B}']],
      [0, ['{A}', '{B}']],
      [0x80041003, ['{A}', '{B}']],
      [0x80041001, ['{A}', '{B}']],
      [0x8004100e, ['{A}', '{B}']],
    ]);
  });
});

/** The bytes of a text as a `.reg` file writes them. */
function expandString(text: string): string {
  return [...Buffer.from(`${text}\0`, 'utf16le')]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(',');
}
