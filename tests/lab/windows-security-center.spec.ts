import { quoted } from '../../src/shared/domain/message.ts';
import { describe, expect, test } from 'vitest';
import type { Section } from '../../src/shared/domain/section.ts';
import { runScript } from './support/lab-scripts.ts';
import { newMachine, noLab, sharedMachine } from './support/lab-spec.ts';

const center = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab\\SecurityCenter';
const cleared = `[-${center}]\n`;

function securityCenterReg(failures = ''): string {
  const product =
    '"Name"="Innocent Антивирус"\n"Provider"=dword:4\n"State"=dword:0\n"Signature"=dword:1\n"Path"="C:\\\\a.exe"\n"Timestamp"="now"\n"Guid"="{G}"';
  const odd =
    '"Name"="Wall"\n"Provider"=dword:1\n"State"=dword:9\n"Signature"=dword:7\n"Path"="C:\\\\w.exe"\n"Guid"="{W}"';
  return `Windows Registry Editor Version 5.00\n\n${cleared}\n[${center}]\n${failures}\n[${center}\\1]\n${product}\n\n[${center}\\2]\n${odd}\n`;
}

const numberedRow = (name: string, state: number, signature: number) =>
  `"Name"="${name}"\n"Provider"=dword:4\n"State"=dword:${state}\n"Signature"=dword:${signature}\n` +
  `"Path"="C:\\\\gone\\\\avp.exe"\n"Timestamp"="then"\n"Guid"="{K}"\n`;

const innocent = {
  provider: 'antivirus',
  name: 'Innocent Антивирус',
  state: 'on',
  signatures: 'upToDate',
  reportingPath: 'C:\\a.exe',
  guid: '{G}',
  timestamp: 'now',
};

describe.skipIf(noLab)('the Security Center', () => {
  const desktop = sharedMachine('wsc');

  test('lists its products; a state it should not have is not known, never good', async () => {
    const machine = desktop();
    await machine.importReg(securityCenterReg());
    expect(await runScript(machine, 'read-security-products')).toEqual({
      state: 'read',
      items: [
        innocent,
        {
          provider: 'firewall',
          name: 'Wall',
          state: 'unknown',
          signatures: 'unknown',
          reportingPath: 'C:\\w.exe',
          guid: '{W}',
          // Windows keeps a time for antivirus only.
          timestamp: null,
        },
      ],
      gaps: [],
    });
  });

  test('is a gap where it fails: a state that cannot be read is not known', async () => {
    const machine = desktop();
    await machine.importReg(securityCenterReg('"FailState"=dword:80004005\n'));
    const section = (await runScript(machine, 'read-security-products')) as Section<{
      state: string;
    }>;
    expect([
      section.state,
      section.items.map(({ state }) => state),
      section.gaps.map(({ subject, reason }) => [subject, reason]),
    ]).toEqual([
      'partial',
      ['unknown', 'unknown'],
      [
        ['Windows Security Center: antivirus, Innocent Антивирус, state', 'failed'],
        ['Windows Security Center: firewall, Wall, state', 'failed'],
      ],
    ]);
  });

  test.each(['FailInitialize', 'FailCount'])('is unreadable after %s', async (failure) => {
    const machine = desktop();
    await machine.importReg(securityCenterReg(`"${failure}"=dword:80070005\n`));
    expect(await runScript(machine, 'read-security-products')).toMatchObject({
      state: 'unreadable',
      items: [],
    });
  });

  test('is unreadable and not supported on a server, which has none', async () => {
    const machine = await newMachine();
    expect(await runScript(machine, 'read-security-products')).toMatchObject({
      state: 'unreadable',
      items: [],
      gaps: [{ subject: 'Windows Security Center', reason: 'notSupported' }],
    });
  });

  test('does not hold up the program when it hangs', async () => {
    const machine = desktop();
    await machine.importReg(securityCenterReg('"HangMs"=dword:00015f90\n'));
    const section = await runScript(machine, 'read-security-products', { limitMs: 1_000 });
    expect(section).toMatchObject({ state: 'unreadable', gaps: [{ reason: 'timedOut' }] });
  });

  test('keeps the other rows when one cannot be had', async () => {
    const machine = desktop();
    const broken = '"Name"="Broken"\n"Provider"=dword:4\n"Fail"=dword:80070005\n';
    await machine.importReg(`${securityCenterReg()}\n[${center}\\0]\n${broken}`);
    const section = (await runScript(machine, 'read-security-products')) as Section<object>;
    expect([section.state, section.items[0], section.gaps]).toEqual([
      'partial',
      innocent,
      [
        {
          subject: 'Windows Security Center: antivirus, row 1',
          reason: 'failed',
          detail: quoted(expect.stringContaining('80070005')),
          needsAdministrator: false,
        },
      ],
    ]);
  });

  test('gives dead rows and two rows of one product as they stand, in their order', async () => {
    const machine = desktop();
    await machine.importReg(
      [
        'Windows Registry Editor Version 5.00\n',
        cleared,
        `[${center}\\1]\n${numberedRow('Kaspersky', 1, 0)}`,
        `[${center}\\2]\n${numberedRow('Twice Antivirus', 0, 1)}`,
        `[${center}\\3]\n${numberedRow('Twice Antivirus', 2, 0)}`,
        `[${center}\\4]\n${numberedRow('Old Antivirus', 3, 0)}`,
      ].join('\n'),
    );
    const section = (await runScript(machine, 'read-security-products')) as Section<
      Readonly<Record<string, unknown>>
    >;
    expect([
      section.state,
      section.items.map((item) => [item['name'], item['state'], item['signatures']]),
    ]).toEqual([
      'read',
      [
        ['Kaspersky', 'off', 'outOfDate'],
        ['Twice Antivirus', 'on', 'upToDate'],
        ['Twice Antivirus', 'snoozed', 'outOfDate'],
        ['Old Antivirus', 'expired', 'outOfDate'],
      ],
    ]);
  });

  test('does not hold up the program when a single row hangs, and nothing of it counts', async () => {
    const machine = desktop();
    const hanging = '"Name"="Slow"\n"Provider"=dword:4\n"HangItemMs"=dword:00015f90\n';
    await machine.importReg(`${securityCenterReg()}\n[${center}\\3]\n${hanging}`);
    const section = await runScript(machine, 'read-security-products', { limitMs: 1_000 });
    expect(section).toMatchObject({
      state: 'unreadable',
      items: [],
      gaps: [{ reason: 'timedOut' }],
    });
  });
});
