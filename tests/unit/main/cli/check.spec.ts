import { execa } from 'execa';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContractNames } from '../../../../src/shared/domain/run/check-contracts.ts';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';
import { FakeTerminal } from '../../../support/fake-terminal.ts';
import type { Result } from '../../../../src/shared/domain/run/result.ts';
import { inventoryOf, type InventoryFacts } from '../../../support/inventory-builder.ts';
import { home } from '../../../support/kaspersky-machines.ts';
import { defenderAtWork } from '../../../support/protected-machines.ts';

const folder = mkdtempSync(join(tmpdir(), 'cutover-check-'));

const cutover = async (args: readonly string[]) => {
  const terminal = new FakeTerminal();
  const exitCode = await runCli(args, terminal);
  return { exitCode, stdout: terminal.text, stderr: terminal.errorText };
};

/** The same as a program of its own, whose output others read. */
const program = async (args: readonly string[]) => {
  const { exitCode, stdout, stderr } = await execa(
    process.execPath,
    ['src/main/console.ts', ...args],
    { reject: false, stripFinalNewline: false },
  );
  return { exitCode, stdout, stderr };
};

const machines = {
  clean: defenderAtWork,
  found: { ...home, securityProducts: [{ name: 'Kaspersky' }] },
  notProtected: {},
  /** A product beside it changes nothing: the danger comes first. */
  danger: {
    ...home,
    classFilters: [
      {
        classGuid: '{4d36e96b-e325-11ce-bfc1-08002be10318}',
        className: 'Keyboard',
        upperFilters: ['klkbdflt', 'kbdclass'],
        lowerFilters: [],
      },
    ],
  },
  notKnown: { ...defenderAtWork, unreadable: ['programs'] },
  engineInside: {
    ...defenderAtWork,
    programs: [{ displayName: 'Bundle Antivirus Powered by Kaspersky', publisher: 'Other Inc.' }],
  },
} satisfies Record<string, InventoryFacts>;

const file = (name: keyof typeof machines) => {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(inventoryOf(machines[name])));
  return path;
};

const check = async (state: keyof typeof machines | 'failed', contract: string) => {
  const path = state === 'failed' ? join(folder, 'nothing.json') : file(state);
  return await cutover(['check', '--from', path, '--contract', contract]);
};

const something = expect.stringMatching(/^\S[^\n]*$/);
const dangerLine = expect.stringMatching(
  /^Danger: [^\n]*the keyboard will not work\. Found: [^\n]*$/,
);
const engineLine = expect.stringMatching(/^Not clean: [^\n]*Powered by Kaspersky[^\n]*$/);
const cleanLine = expect.stringMatching(/^Clean: [^\n]*$/);

describe('cutover check', () => {
  it.each([
    ['plain', 'clean', 0, cleanLine, ''],
    ['plain', 'danger', exitCodes.dangerFound.posix, dangerLine, ''],
    ['plain', 'found', exitCodes.stillPresent.posix, something, ''],
    ['plain', 'notProtected', exitCodes.notProtected.posix, something, ''],
    ['plain', 'engineInside', exitCodes.engineInside.posix, engineLine, ''],
    ['plain', 'notKnown', exitCodes.notKnown.posix, something, ''],
    ['plain', 'failed', exitCodes.unreadableInput.posix, '', something],
    ['intune-app', 'clean', 0, cleanLine, ''],
    ['intune-app', 'danger', 1, '', ''],
    ['intune-app', 'found', 1, '', ''],
    ['intune-app', 'notProtected', 1, '', ''],
    ['intune-app', 'engineInside', 1, '', ''],
    ['intune-app', 'notKnown', 1, '', something],
    ['intune-app', 'failed', 1, '', something],
    ['configmgr', 'clean', 0, cleanLine, ''],
    ['configmgr', 'danger', 0, '', ''],
    ['configmgr', 'found', 0, '', ''],
    ['configmgr', 'notProtected', 0, '', ''],
    ['configmgr', 'engineInside', 0, '', ''],
    ['configmgr', 'notKnown', 1, '', something],
    ['configmgr', 'failed', 1, '', something],
    ['remediation', 'clean', 0, cleanLine, ''],
    ['remediation', 'danger', 1, dangerLine, ''],
    ['remediation', 'found', 1, something, ''],
    ['remediation', 'notProtected', 1, something, ''],
    ['remediation', 'engineInside', 2, engineLine, ''],
    ['remediation', 'notKnown', 2, something, ''],
    ['remediation', 'failed', 2, something, ''],
  ] as const)('answers %s about %s in its own way', async (contract, state, code, out, err) => {
    expect(await check(state, contract)).toEqual({ exitCode: code, stdout: out, stderr: err });
  });

  it.each([
    ['intune-app', 'clean', 0, expect.stringMatching(/^Clean: [^\n]*\n$/), ''],
    ['intune-app', 'found', 1, '', ''],
    ['configmgr', 'found', 0, '', ''],
    ['remediation', 'found', 1, expect.stringMatching(/^\S[^\n]*\n$/), ''],
    ['configmgr', 'notKnown', 1, '', expect.stringMatching(/^\S[^\n]*\n$/)],
  ] as const)(
    'answers %s about %s with that and nothing else',
    async (contract, state, ...said) => {
      const args = ['check', '--from', file(state), '--contract', contract];
      expect(Object.values(await program(args))).toEqual(said);
    },
  );

  it.each(['clean', 'engineInside', 'danger', 'found', 'notProtected', 'notKnown'] as const)(
    'answers programs about %s with one JSON document and 0',
    async (state) => {
      const { exitCode, stdout, stderr } = await check(state, 'json');
      const {
        format,
        state: said,
        changed,
        failed,
      } = JSON.parse(stdout) as Record<string, unknown>;
      expect({ exitCode, stderr, format, said, changed, failed }).toEqual({
        exitCode: 0,
        stderr: '',
        format: 'cutover-result/1',
        said: expect.objectContaining({ verdict: state }),
        changed: false,
        failed: false,
      });
    },
  );

  it('answers programs with a JSON document too when nothing could be read', async () => {
    const { exitCode, stdout, stderr } = await check('failed', 'json');
    const { name, state, failed } = JSON.parse(stdout) as Record<string, unknown>;
    expect({ exitCode, stderr, name, state, failed }).toEqual({
      exitCode: exitCodes.unreadableInput.posix,
      stderr: '',
      name: 'unreadableInput',
      state: null,
      failed: true,
    });
  });

  const stored: InventoryFacts = {
    driverPackages: [
      {
        inf: 'oem3.inf',
        store: null,
        provider: 'Kaspersky Lab',
        signers: null,
        className: null,
        services: [],
        usedBy: null,
      },
    ],
  };

  it.each([
    [
      'ready',
      stored,
      0,
      /^The next antivirus can be installed: .* Also left, .*: the package oem3\.inf in the driver store/,
    ],
    [
      'blocked',
      { programs: [{ displayName: 'Kaspersky', publisher: 'Kaspersky' }] },
      exitCodes.stillPresent.posix,
      /In its way: “Kaspersky” in the list of programs\./,
    ],
    [
      'restartNeeded',
      { pendingRestarts: [{ source: 'RebootRequired', detail: '' }] },
      exitCodes.restartNeeded.posix,
      /^Restart Windows .*RebootRequired/,
    ],
    [
      'notKnown',
      { unreadable: ['services'] },
      exitCodes.notKnown.posix,
      /Not read completely: Services and drivers\./,
    ],
  ] as const)(
    'says whether the next antivirus can come: %s',
    async (verdict, facts, code, line) => {
      const path = join(folder, `next-${verdict}.json`);
      writeFileSync(path, JSON.stringify(inventoryOf(facts)));
      const told = await cutover(['check', '--from', path, '--contract', 'next-antivirus']);
      const { stdout } = await cutover(['check', '--from', path, '--json']);
      const { nextAntivirus } = JSON.parse(stdout) as Result;
      expect({ ...told, verdict: nextAntivirus?.verdict }).toEqual({
        exitCode: code,
        stdout: expect.stringMatching(line),
        stderr: '',
        verdict,
      });
    },
  );

  it('cannot say so where nothing could be read', async () => {
    expect(await check('failed', 'next-antivirus')).toEqual({
      exitCode: exitCodes.unreadableInput.posix,
      stdout: '',
      stderr: something,
    });
  });

  it('keeps the line short enough for every console', async () => {
    const programs = Array.from({ length: 300 }, (_, index) => ({
      ...home.programs?.[0],
      keyName: `{7EC66A9F-0A49-4DC0-A9E8-${String(index).padStart(12, '0')}}`,
      displayName: `Kaspersky Endpoint Security number ${index}`,
    }));
    const path = join(folder, 'many.json');
    writeFileSync(path, JSON.stringify(inventoryOf({ ...home, programs })));
    const { stdout } = await cutover(['check', '--from', path, '--contract', 'remediation']);
    expect(stdout.length).toBeLessThanOrEqual(2048);
  });

  it('refuses a contract that it does not know', async () => {
    const { exitCode, stderr } = await cutover(['check', '--practice', '--contract', 'jamf']);
    expect([exitCode, checkContractNames.every((name) => stderr.includes(name))]).toEqual([
      exitCodes.badArguments.posix,
      true,
    ]);
  });

  it('counts a product that stays by default only when it is asked for', async () => {
    const path = join(folder, 'vpn.json');
    const vpn: InventoryFacts = {
      ...defenderAtWork,
      programs: [{ keyName: 'vpn', displayName: 'Kaspersky VPN', publisher: 'Kaspersky' }],
      installerProducts: [
        {
          productCode: '{AAAAAAAA-1111-2222-3333-444444444444}',
          name: 'Kaspersky VPN',
          publisher: 'Kaspersky',
        },
      ],
    };
    writeFileSync(path, JSON.stringify(inventoryOf(vpn)));
    const usual = await cutover(['check', '--from', path, '--contract', 'remediation']);
    const all = await cutover(['check', '--from', path, '--contract', 'remediation', '--all']);
    expect([usual.exitCode, all.exitCode]).toEqual([0, 1]);
    expect(usual.stdout).toMatch(/^Clean, except for what stays: Kaspersky VPN \(not chosen\)\. /);
  });
});
