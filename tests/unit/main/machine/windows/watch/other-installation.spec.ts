import { describe, expect, it } from 'vitest';
import {
  otherInstallation,
  packageOf,
  type Surroundings,
} from '../../../../../../src/main/machine/windows/watch/other-installation.ts';
import { english } from '../../../../../../src/shared/words/english.ts';

const system = 'C:\\Windows\\System32';
const installer = `${system}\\msiexec.exe`;
const service = { pid: 812, parentPid: 700, name: 'msiexec.exe', path: installer };
const server = { pid: 900, parentPid: 812, name: 'MsiExec.exe', path: installer };
const manager = {
  pid: 50,
  parentPid: 4,
  name: 'ccmexec.exe',
  path: 'C:\\Windows\\CCM\\ccmexec.exe',
};
const client = { pid: 901, parentPid: 50, name: 'msiexec.exe', path: installer };

const lines = new Map([
  [812, `${installer} /V`],
  [900, `${installer} -Embedding 0F0A Global\\MSI0000`],
  [901, `"${installer}" /i "C:\\cache\\Office Suite.msi" /qn PIDKEY=AAAA-BBBB`],
]);

function told(around: Partial<Surroundings>): string {
  const usual: Surroundings = {
    processes: [service, server, manager, client],
    services: new Set([812]),
    systemFolder: system,
    commandLineOf: (pid) => lines.get(pid) ?? null,
    ...around,
  };
  return english.render(otherInstallation(() => usual));
}

const nobody = 'another installation on this computer';

describe('another installation', () => {
  it('is named by the package and by who asked for it, as a guess', () => {
    expect(told({})).toBe(
      `${nobody}, perhaps of “Office Suite.msi”, which ccmexec.exe asked for (process 901)`,
    );
  });

  it('is named by the process alone where its command line or its parent is not known', () => {
    const commandLineOf = () => null;
    expect([told({ commandLineOf }), told({ commandLineOf, processes: [client] })]).toEqual([
      `${nobody}, perhaps one that ccmexec.exe asked for (process 901)`,
      `${nobody}, perhaps one that msiexec.exe asked for (process 901)`,
    ]);
  });

  it('is taken neither for the service of Windows Installer nor for what that started', () => {
    const processes = [service, server, manager];
    expect([told({ processes }), told({ services: null })]).toEqual([nobody, nobody]);
  });

  it('is not named after a program that only bears the name', () => {
    const elsewhere = ['C:\\Users\\Olga\\msiexec.exe', 'C:\\Windows\\msiexec.exe', null];
    const names = elsewhere.map((path) => told({ processes: [{ ...client, path }] }));
    expect(names).toEqual([nobody, nobody, nobody]);
    const in32Bit = { ...client, path: 'c:\\windows\\SYSWOW64\\MsiExec.exe' };
    expect(told({ processes: [in32Bit] })).toContain('Office Suite.msi');
  });

  it('keeps what others wrote within its quotation', () => {
    const commandLineOf = () => 'msiexec /i "x”. Cutover has finished. “\u202e.msi"';
    expect(told({ commandLineOf })).toContain('“x’. Cutover has finished. ’ .msi”');
  });

  it('is waited for although nobody could look', () => {
    const fails = () => {
      throw new Error('no processes here');
    };
    expect(english.render(otherInstallation(fails))).toBe(nobody);
  });
});

describe('what an msiexec was asked for', () => {
  const code = '{0F05E4E5-0001-4A1B-8C2D-3E4F5A6B7C01}';
  it.each([
    ['msiexec.exe /i C:\\a\\b.msi', 'b.msi'],
    ['msiexec /qn /norestart /package "\\\\server\\share\\b c.msi" KEY=1', 'b c.msi'],
    [`MsiExec.exe /X${code}`, code],
    [`msiexec /x ${code} /qb`, code],
    ['msiexec /update a.msp', 'a.msp'],
    ['msiexec -famus a.msi', 'a.msi'],
    ['msiexec /i PASSWORD=secret', null],
    ['msiexec /qn PASSWORD=secret', null],
    ['msiexec /i', null],
    ['', null],
    ['msiexec /i "a.msi', null],
  ])('%s: %s', (commandLine, asked) => {
    expect(packageOf(commandLine)).toBe(asked);
  });
});
